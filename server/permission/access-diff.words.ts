import type { PortalKind } from '../access/portal-kind.js';
import type { Seen, Watchers } from './access-sight.js';
import { nounWords } from './noun-words.js';

const kindNames: Readonly<Record<PortalKind, string>> = { secretariat: 'Cơ quan Thường trực', department: 'sở, ngành', commune: 'xã, phường', massOrganisation: 'Mặt trận, đoàn thể', public: 'công khai' };
const verbNames: Readonly<Record<string, string>> = { r: 'đọc', f: 'lọc', a: 'thống kê', c: 'tạo', u: 'sửa' };
/** More units than these with the same kind of change are told of together. */
const toldOneByOne = 5;

const number = (value: number): string => value.toLocaleString('vi-VN');

export interface Change { readonly noun: string; readonly watchers: Watchers; readonly before: Seen | null; readonly after: Seen | null }

/** "xem thêm 214 hộ"; a post that may not read the noun at all sees none of its rows. */
function whatChanged({ noun, before, after }: Pick<Change, 'noun' | 'before' | 'after'>): string {
  const { count } = nounWords(noun), was = before?.count ?? 0, is = after?.count ?? 0;
  if (is > was) return `xem thêm ${number(is - was)} ${count}`;
  if (is < was) return `thôi xem ${number(was - is)} ${count}`;
  return `xem ${number(is)} ${count} khác với trước`;
}

const directionOf = ({ before, after }: Change): number => Math.sign((after?.count ?? 0) - (before?.count ?? 0));

/** One sentence a unit and noun, or one for all units of a kind where there are many: "3 cán bộ của Sở Y tế xem thêm 214 hộ." */
export function rowSentences(changes: readonly Change[]): string[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.noun} ${change.watchers.viewer.portalKind} ${directionOf(change)}`;
    groups.set(key, [...groups.get(key) ?? [], change]);
  }
  return [...groups.values()].flatMap(group => {
    const units = new Set(group.map(({ watchers }) => watchers.viewer.unitId));
    if (units.size <= toldOneByOne) return byUnit(group);
    const posts = group.reduce((sum, { watchers }) => sum + watchers.posts, 0), sizes = group.map(({ before, after }) => Math.abs((after?.count ?? 0) - (before?.count ?? 0)));
    const { count } = nounWords(group[0].noun), [least, most] = [Math.min(...sizes), Math.max(...sizes)], range = least === most ? number(most) : `từ ${number(least)} đến ${number(most)}`;
    const verb = { '1': `xem thêm ${range} ${count}`, '-1': `thôi xem ${range} ${count}`, '0': `xem ${count} khác với trước` }[String(directionOf(group[0]))]!;
    return [`${number(posts)} cán bộ của ${number(units.size)} ${kindNames[group[0].watchers.viewer.portalKind]} ${verb}.`];
  });
}

/** Posts of one unit that see the same change stand together. */
function byUnit(group: readonly Change[]): string[] {
  const told = new Map<string, { unit: string; what: string; posts: number }>();
  for (const change of group) {
    const what = whatChanged(change), key = `${change.watchers.viewer.unitId} ${what}`, known = told.get(key);
    told.set(key, { unit: change.watchers.unitName, what, posts: (known?.posts ?? 0) + change.watchers.posts });
  }
  return [...told.values()].map(({ unit, what, posts }) => `${number(posts)} cán bộ của ${unit} ${what}.`);
}

export interface FieldChange { readonly noun: string; readonly field: string; readonly kind: PortalKind; readonly verb: string; readonly isGiven: boolean }

/** "Household.ethnicity (Hộ gia đình): xã, phường (198 cán bộ) thôi lọc được."; fields of a noun with the same change in one sentence. */
export function fieldSentences(changes: readonly FieldChange[], posts: (kind: PortalKind) => number): string[] {
  const groups = new Map<string, FieldChange & { readonly fields: Set<string> }>();
  for (const change of changes) {
    const key = `${change.noun} ${change.kind} ${change.verb} ${change.isGiven}`, known = groups.get(key);
    if (known) known.fields.add(change.field);
    else groups.set(key, { ...change, fields: new Set([change.field]) });
  }
  return [...groups.values()].map(({ noun, kind, verb, isGiven, fields }) => {
    const which = fields.size === 1 ? `${noun}.${[...fields][0]}` : `${noun}: ${[...fields].join(', ')}`;
    return `${which} (${nounWords(noun).name}): ${kindNames[kind]} (${number(posts(kind))} cán bộ) ${isGiven ? 'được' : 'thôi'} ${verbNames[verb] ?? verb}${isGiven ? ' thêm' : ' được'}.`;
  });
}

export const operationSentence = (path: string, who: string, isGiven: boolean): string => `${path}: ${who} ${isGiven ? 'được dùng thêm' : 'thôi dùng được'}.`;
export const kindName = (kind: PortalKind): string => kindNames[kind];
