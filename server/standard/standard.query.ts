import type { Session } from '../database/session.js';
import type { AreaCode } from './standard.rule.js';
import type { ScoreGroup, ScoreItem, ScoreSheet } from './score-sheet.rule.js';
import type { StoredStandard } from './standard.stored.js';

/** Every standard with its indicators in order and the figures that nothing replaced, by code. */
export function readStandards(session: Session): Promise<StoredStandard[]> {
  return session.read<StoredStandard>(`
    SELECT s.code, s.name, s.legal_basis AS "legalBasis", s.valid_from::text AS "validFrom", s.valid_to::text AS "validTo", s.provenance, s.note,
      (SELECT coalesce(json_agg(json_build_object('code', i.indicator, 'dimension', d.dimension, 'no', i.no, 'name', i.name) ORDER BY i.no), '[]')
         FROM standard_indicator i JOIN deprivation_indicator d ON d.code = i.indicator WHERE i.standard = s.code) AS indicators,
      (SELECT coalesce(json_agg(json_build_object('figure', f.figure, 'areaType', f.area_type, 'value', f.value, 'validFrom', f.valid_from, 'validTo', f.valid_to,
                                                  'source', f.source, 'provenance', f.provenance, 'note', f.note)), '[]')
         FROM standard_figure f WHERE f.standard = s.code AND f.replaced_on IS NULL) AS figures
      FROM poverty_standard s ORDER BY s.code`);
}

/** Locks the standard, so that of two who change its numbers the second sees what the first wrote; false when there is none or it is not the viewer's to write. */
export async function lockStandard(session: Session, code: string): Promise<boolean> {
  const rows = await session.read('SELECT 1 FROM poverty_standard WHERE code = $1 FOR NO KEY UPDATE', [code]);
  return rows.length > 0;
}

/** Locks all standards: a new one is laid beside every other. */
export const lockStandards = async (session: Session): Promise<void> => { await session.read('SELECT 1 FROM poverty_standard ORDER BY code FOR NO KEY UPDATE'); };

type StoredSheet = Omit<ScoreSheet, 'items' | 'groups'> & { readonly areas: readonly AreaCode[] };

/** The score sheets on file that count for some of this province's villages, without their items; that is all that telling the method needs. */
export async function readSheets(session: Session): Promise<(ScoreSheet & { readonly areas: readonly AreaCode[] })[]> {
  const rows = await session.read<StoredSheet>(`
    SELECT id::text AS code, standard, form_version AS "formVersion", region, areas, valid_from::text AS "validFrom", valid_to::text AS "validTo", source
      FROM score_sheet WHERE areas <> '{}' ORDER BY standard, valid_from, region`);
  return rows.map(row => ({ ...row, groups: [], items: [] }));
}

/** How groups are answered stands with every item. */
export function itemRows({ groups, items }: { readonly groups: readonly ScoreGroup[]; readonly items: readonly ScoreItem[] }): object[] {
  const groupOf = new Map(groups.map(one => [one.group, one]));
  return items.map(({ item, name, group, points, isCounted }, at) => {
    const { isExclusive, isRequired } = groupOf.get(group)!;
    return { no: at + 1, item, name, group_name: group, points, is_counted: isCounted, is_exclusive: isExclusive, is_required: isRequired };
  });
}

/** Writes the items of one sheet in one statement. */
export async function insertItems(session: Session, sheet: string, rows: readonly object[]): Promise<void> {
  await session.read(`
    INSERT INTO score_item (score_sheet_id, no, item, name, group_name, points, is_counted, is_exclusive, is_required)
    SELECT $1, r.* FROM jsonb_to_recordset($2) AS r(no int, item text, name text, group_name text, points int, is_counted boolean, is_exclusive boolean, is_required boolean)`,
  [sheet, JSON.stringify(rows)]);
}
