import { readFileSync } from 'node:fs';

export interface NounWords { readonly name: string; /** As it is counted: "hộ". */ readonly count: string }
const words = JSON.parse(readFileSync('server/permission/data/nouns.json', 'utf8')) as Readonly<Record<string, NounWords>>;

/** A noun of the graph as people call it; one without words by its type. */
export const nounWords = (type: string): NounWords => words[type] ?? { name: type, count: type };
