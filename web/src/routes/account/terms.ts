import { formatDay, parseDay, searchable } from '../../text/format';
import { accountForm as words } from '../../text/vi-account';
import type { KeptUnitsQuery, PersonLineFragment } from './account.generated';

export type Unit = KeptUnitsQuery['keptUnits'][number];
export type Person = PersonLineFragment;
export type PersonPost = Person['posts'][number];
export type Role = PersonPost['role'];

/** Terms of a post as they are typed. */
export interface TypedTerms { role: Role; isNarrow: boolean; places: string[]; from: string; to: string }

export type Errors = Record<string, string | undefined>;

/** What narrows posts of the unit: villages in a commune, communes elsewhere, nothing in the secretariat's. */
export const placeKind = ({ kind }: Unit): 'villages' | 'communes' | null => (kind === 'commune' ? 'villages' : kind === 'secretariat' ? null : 'communes');
/** Whether the role may be, and must be, narrowed. */
export function narrowing(unit: Unit, role: Role): 'no' | 'may' | 'must' {
  if (role === 'VILLAGE_OFFICER') return 'must';
  const kind = placeKind(unit);
  return kind && (role === 'OFFICER' || (kind === 'communes' && role === 'VIEWER')) ? 'may' : 'no';
}

export const newTerms = (unit: Unit, today: string): TypedTerms => ({ role: unit.roles.find((role) => role === 'OFFICER') ?? unit.roles[0] ?? 'OFFICER', isNarrow: false, places: [], from: formatDay(today), to: '' });
export const termsOfPost = ({ role, villages, communes, validFrom, validTo }: PersonPost): TypedTerms =>
  ({ role, isNarrow: Boolean(villages ?? communes), places: (villages ?? communes ?? []).map(({ id }) => id), from: formatDay(validFrom), to: validTo ? formatDay(validTo) : '' });

/** The terms as the server takes them, or what is wrong with the days. */
export function readTerms(unit: Unit, terms: TypedTerms) {
  const errors: Errors = {}, validFrom = parseDay(terms.from), validTo = terms.to.trim() ? parseDay(terms.to) : null;
  if (!validFrom) errors.validFrom = words.badDay(words.from);
  if (terms.to.trim() && !validTo) errors.validTo = words.badDay(words.to);
  const kind = placeKind(unit), need = narrowing(unit, terms.role), isNarrow = need === 'must' || (need === 'may' && terms.isNarrow);
  return { errors, input: { role: terms.role, validFrom: validFrom ?? '', validTo, villages: isNarrow && kind === 'villages' ? terms.places : null, communes: isNarrow && kind === 'communes' ? terms.places : null } };
}

/** "Vàng Thị Mai" in 02869 → "maivt.02869": the given name and the first letters of the others. */
export function suggestedLogin(name: string, code: string): string {
  const parts = searchable(name).replace(/[^a-z0-9 ]/g, '').split(/\s+/).filter(Boolean), given = parts.pop();
  return given ? `${given}${parts.map((part) => part[0]).join('')}.${code}` : '';
}
