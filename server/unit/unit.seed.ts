import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { isEmpty, loadRows, type Row } from '../database/load-rows.js';

interface Provenance { readonly source: string; readonly note: string }
interface Agency {
  readonly code: string; readonly name: string; readonly shortName: string; readonly kind: string;
  readonly classes: readonly string[]; readonly parent: string | null; readonly provenance: Provenance; readonly isConfirmed: boolean;
}
interface Commune {
  readonly code: string; readonly name: string; readonly fullName: string; readonly area: string; readonly isExtremelyDisadvantaged: boolean;
  readonly validFrom: string; readonly predecessors: readonly string[]; readonly centroid: readonly [number, number]; readonly neighbours: readonly string[];
  readonly areaType: string; readonly formerUrbanPredecessors: readonly string[]; readonly villageCount: number | null; readonly provenance: Provenance;
}
interface Village { readonly communeCode: string; readonly no: string; readonly name: string; readonly areaType: string; readonly isExtremelyDisadvantaged: boolean }
interface UnitClass { readonly code: string; readonly name: string }

const read = <T>(file: string): T => JSON.parse(readFileSync(`server/unit/data/${file}`, 'utf8')) as T;

const provinceDay = '2025-07-01'; // the day on which the province and its 99 communes began
const areaListDay = '2026-01-01'; // QĐ 2752/QĐ-UBND of 31/12/2025: khu vực and extremely disadvantaged communes
const confirmedDay = '2026-03-31';
const villagesAtMost = 12; // of a commune whose villages nobody has listed yet
const villagesUnknown = 8;

/** Agencies are 1 to 30 in the order of their file, communes 101 to 199, the communes' Front committees 301 to 399. */
const agencyId = (index: number): number => index + 1;
const communeId = (index: number): number => index + 101;
const committeeId = (index: number): number => index + 301;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const blank = { area: null, is_extremely_disadvantaged: null, predecessors: [], centroid: null, neighbours: [] };

function agencyRows(agencies: readonly Agency[]): Row[] {
  const ids = new Map(agencies.map((one, index) => [one.code, agencyId(index)]));
  return agencies.map((one, index) => ({
    id: agencyId(index), code: one.code, name: one.name, short_name: one.shortName, kind: one.kind,
    parent_id: one.parent === null ? null : ids.get(one.parent), ...blank, valid_from: provinceDay,
    provenance: one.provenance.note, confirmed_on: one.isConfirmed ? confirmedDay : null,
  }));
}

function communeRows(communes: readonly Commune[]): Row[] {
  return communes.map((one, index) => ({
    id: communeId(index), code: one.code, name: `UBND ${lowerFirst(one.fullName)}`, short_name: one.fullName, kind: 'commune', parent_id: null,
    area: one.area, is_extremely_disadvantaged: one.isExtremelyDisadvantaged, predecessors: one.predecessors,
    centroid: one.centroid, neighbours: one.neighbours, valid_from: one.validFrom,
    provenance: one.provenance.note, confirmed_on: confirmedDay,
  }));
}

function committeeRows(communes: readonly Commune[], parent: number): Row[] {
  return communes.map((one, index) => ({
    id: committeeId(index), code: `mttq-${one.code}`, name: `Ủy ban MTTQ Việt Nam ${lowerFirst(one.fullName)}`,
    short_name: `MTTQ ${lowerFirst(one.fullName)}`, kind: 'massOrganisation', parent_id: parent, ...blank, valid_from: provinceDay,
    provenance: 'Mục IV.14 của kế hoạch nêu Mặt trận các cấp; tên suy từ tên xã, phường, chờ xác nhận.', confirmed_on: null,
  }));
}

/** Villages have no national code: commune code and three digits. Those of fifteen communes are sourced, the rest are numbered stand-ins. */
function villageRows(communes: readonly Commune[], sourced: readonly Village[]): Row[] {
  return communes.flatMap((commune, index) => {
    const id = communeId(index);
    const row = (no: number, more: Row): Row => ({ id: id * 1000 + no, code: `${commune.code}${String(no).padStart(3, '0')}`, ...more, commune_id: id });
    const known = sourced.filter(one => one.communeCode === commune.code);
    if (known.length > 0) {
      return known.map(one => row(Number(one.no), {
        name: one.name, area_type: one.areaType, is_extremely_disadvantaged: one.isExtremelyDisadvantaged, provenance: 'SOURCED',
      }));
    }
    const count = Math.min(commune.villageCount ?? villagesUnknown, villagesAtMost);
    // A rural commune that took in a former town keeps that town's part of its villages urban.
    const urban = commune.areaType === 'URBAN' ? count : Math.floor((count * commune.formerUrbanPredecessors.length) / commune.predecessors.length);
    return Array.from({ length: count }, (_, at) => row(at + 1, {
      name: at < urban ? `Tổ dân phố ${at + 1}` : `Thôn ${at + 1}`, area_type: at < urban ? 'URBAN' : 'RURAL',
      is_extremely_disadvantaged: commune.isExtremelyDisadvantaged, provenance: 'SYNTHETIC',
    }));
  });
}

function memberRows(classes: readonly UnitClass[], agencies: readonly Agency[], communes: readonly Commune[]): Row[] {
  const everyCommune = communes.map((_, index) => communeId(index));
  const members: Record<string, number[]> = {
    COMMUNES: everyCommune,
    EXTREMELY_DISADVANTAGED_COMMUNES: everyCommune.filter((_, index) => communes[index]?.isExtremelyDisadvantaged),
    FRONT_COMMITTEES: communes.map((_, index) => committeeId(index)),
  };
  return classes.flatMap(({ code }, at) => {
    const units = members[code] ?? agencies.flatMap((one, index) => (one.classes.includes(code) ? [agencyId(index)] : []));
    const validFrom = code === 'EXTREMELY_DISADVANTAGED_COMMUNES' ? areaListDay : provinceDay;
    return units.map(unit => ({ unit_class_id: at + 1, unit_id: unit, valid_from: validFrom }));
  });
}

/**
 * Loads the secretariat (1), the agencies, the communes, the Front's commune committees, the classes with their members
 * and the villages, when there is no unit yet. The HELPERS class stays without members: the plan does not list them.
 */
export async function seedUnits(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client, 'unit'))) return;
  const agencies = read<Agency[]>('agencies.json');
  const communes = read<Commune[]>('communes.json');
  const classes = [...read<UnitClass[]>('classes.json'), { code: 'FRONT_COMMITTEES', name: 'Ủy ban MTTQ Việt Nam các xã, phường' }];
  const front = agencyId(agencies.findIndex(one => one.code === 'mttq'));
  await loadRows(client, 'unit', agencyRows(agencies));
  await loadRows(client, 'unit', communeRows(communes));
  await loadRows(client, 'unit', committeeRows(communes, front));
  await loadRows(client, 'unit_class', classes.map(({ code, name }, at) => ({ id: at + 1, code, name })));
  await loadRows(client, 'unit_class_member', memberRows(classes, agencies, communes));
  await loadRows(client, 'village', villageRows(communes, read<Village[]>('villages.json')));
}
