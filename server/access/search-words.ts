import { portalKinds } from './portal-kind.js';
import { column, resource, type Line, type Resource, type Rows } from './resource.js';

/** A word of a name, as search_words() writes it. */
interface SearchWord { readonly of: string; readonly word: string }

/**
 * The table in which a noun's rows are searched by words, named by the noun's option `search`. `of` is its column with the key of the
 * noun's row; `rows` must be the noun's own rule, since a word tells of the name. Whoever has rows may search; no type of the schema shows it.
 */
export function searchWords(type: string, table: string, of: string, rows: Rows): Resource {
  const line = portalKinds.map(kind => (rows[kind] === undefined ? '' : 'rf')) as readonly string[] as Line;
  return resource<SearchWord>(type, table, { rows, key: of, keyType: 'uuid', isInternal: true, sources: { of: column(of) } }, { of: line, word: line });
}
