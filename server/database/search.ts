import { badInput } from '../access/guard.js';
import type { Resource } from '../access/resource.js';
import type { Values } from './condition.js';

const mostCharacters = 200;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZĐđÐðƉɖɃƀ', plain = 'abcdefghijklmnopqrstuvwxyzddddddbb';
const plainOf = new Map([...letters].map((letter, at) => [letter, plain[at]!])), marked = new RegExp(`[${letters}]`, 'g');

/** Lower-case words of a–z and 0–9, without marks, đ as d: what search_words() in the database makes of the same text. */
export const searchWordsOf = (text: string): string[] => text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '')
  .replace(marked, letter => plainOf.get(letter)!).split(/[^a-z0-9]+/).filter(Boolean);

/**
 * Rows that have, for every word typed, a word that begins with it, whatever the order; as SQL over `row`.
 * The longest word leads by a range of the index, the others are tested on what it finds. Blank text is no condition;
 * text without a letter or digit finds nothing. Throws BAD_USER_INPUT above 200 characters.
 */
export function searched(words: Resource, of: string, text: string, row: string, values: Values): string {
  if (text.length > mostCharacters) throw badInput(`Nội dung tìm kiếm dài ${text.length} ký tự, nhiều nhất ${mostCharacters}. Rút gọn rồi tìm lại.`);
  if (!text.trim()) return 'true';
  const typed = [...new Set(searchWordsOf(text))];
  const needed = typed.filter(word => !typed.some(other => other !== word && other.startsWith(word)));
  if (needed.length === 0) return 'false';
  const lead = needed.reduce((longest, word) => (word.length >= longest.length ? word : longest)), word = values.alias();
  const conditions = [
    `${word}.${words.key} = ${row}.${of}`,
    `${word}.word >= ${values.bind(lead, 'text')}`, `${word}.word < ${values.bind(`${lead}{`, 'text')}`, // { comes after z in "C"
    ...needed.filter(other => other !== lead).map(other => `(' ' || ${word}.words) LIKE ${values.bind(`% ${other}%`, 'text')}`),
  ];
  return `EXISTS (SELECT FROM ${words.table} ${word} WHERE ${conditions.join(' AND ')})`;
}
