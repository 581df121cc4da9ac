import { badInput } from '../access/guard.js';
import type { Resource } from '../access/resource.js';
import type { Values } from './condition.js';

const mostCharacters = 200;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZĐđÐðƉɖɃƀ', plain = 'abcdefghijklmnopqrstuvwxyzddddddbb';
const plainOf = new Map([...letters].map((letter, at) => [letter, plain[at]!])), marked = new RegExp(`[${letters}]`, 'g');

/** Lower-case words of a–z and 0–9, without marks, đ as d: what search_words() in the database makes of the same text. */
export const searchWordsOf = (text: string): string[] => text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '')
  .replace(marked, letter => plainOf.get(letter)!).split(/[^a-z0-9]+/).filter(Boolean);

/** So many words ask the table of words; further ones narrow little, and each costs planning. */
const mostLeads = 3;

/**
 * Rows that have, for every word typed, a word that begins with it, whatever the order; as SQL over `row`.
 * The longest words are said twice. By ranges of the words' index, for names that few bear: the planner begins with the rarest. And with all
 * others over the row's own words, for names so common that a list in its order soon meets them: CASE hides that from the planner's estimate,
 * which would count it twice. Blank text is no condition; text without a letter or digit finds nothing. Throws BAD_USER_INPUT above 200 characters.
 */
export function searched(words: Resource, of: string, text: string, row: string, values: Values): string {
  if (text.length > mostCharacters) throw badInput(`Nội dung tìm kiếm dài ${text.length} ký tự, nhiều nhất ${mostCharacters}. Rút gọn rồi tìm lại.`);
  if (!text.trim()) return 'true';
  const typed = [...new Set(searchWordsOf(text))];
  const needed = typed.filter(word => !typed.some(other => other !== word && other.startsWith(word))).sort((a, b) => b.length - a.length);
  if (needed.length === 0) return 'false';
  const onRow = needed.map(word => `(' ' || ${row}.words) LIKE ${values.bind(`% ${word}%`, 'text')}`);
  const leads = needed.slice(0, mostLeads).map(lead => {
    const word = values.alias();
    return `EXISTS (SELECT FROM ${words.table} ${word} WHERE ${word}.${words.key} = ${row}.${of}`
      + ` AND ${word}.word >= ${values.bind(lead, 'text')} AND ${word}.word < ${values.bind(`${lead}{`, 'text')})`; // { comes after z in "C"
  });
  return `(CASE WHEN ${onRow.join(' AND ')} THEN true ELSE false END AND ${leads.join(' AND ')})`;
}
