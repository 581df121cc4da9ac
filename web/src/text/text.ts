import * as vi from './vi';

/** The words of the language in use. Only Vietnamese so far; another language has the same shape as `vi`. */
export const text: typeof vi = vi;
