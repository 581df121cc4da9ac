import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as base64url: 43 letters, the cookie's value. It is kept nowhere; see hashOf. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether a text could be a token at all; anything else is not worth a statement. */
export const isToken = (text: string | null): text is string => text !== null && /^[\w-]{43}$/.test(text);

/** SHA-256, the only form in which the database knows a token. A token has 256 random bits, so no salt is needed. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
