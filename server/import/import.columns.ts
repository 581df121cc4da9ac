import type { Policy } from '../access/policy.js';
import type { Viewer } from '../identity/viewer.js';
import type { ColumnKind } from '../workbook/write-parts.js';
import { householdColumns } from './household.columns.js';
import type { Lists } from './import.lists.js';
import { plainOf } from './import.lists.js';
import type { Parser } from './import.parsers.js';
import type { ImportKind } from './import-kind.js';
import { memberColumns } from './member.columns.js';
import { pairingColumns } from './pairing.columns.js';
import { needColumns, supportColumns } from './support.columns.js';

/** A column that a file may have: which fields it fills, how it is headed, how a cell of it is read. */
export interface ColumnLine {
  readonly key: string;
  readonly header: string;
  /** Other headers that files of old use. */
  readonly also?: readonly string[];
  /** Fields of nouns; a portal and post that may create none of them has no such column. */
  readonly fields: readonly string[];
  /** The noun that a post must be named for. */
  readonly opens?: string;
  readonly isRequired?: boolean;
  /** Not a village head's to write. */
  readonly isOfOffice?: boolean;
  readonly parse: Parser;
  readonly kind: ColumnKind;
  readonly width?: number;
  readonly choices?: readonly string[];
  /** Carries what a later import compares; people do not fill it in. */
  readonly isHidden?: boolean;
  /** Understood where a file has it, and not part of the template. */
  readonly isExtra?: boolean;
}

const columns: Readonly<Record<ImportKind, (lists: Lists) => readonly ColumnLine[]>> = {
  HOUSEHOLDS: householdColumns, MEMBERS: memberColumns, NEEDS: needColumns, SUPPORTS: supportColumns, PAIRINGS: pairingColumns,
};

/** The columns of a kind that the viewer may bring in; empty when the kind is not the viewer's at all. */
export function columnsFor(policy: Policy, { portalKind, postRole, sensitiveNouns }: Viewer, kind: ImportKind, lists: Lists): ColumnLine[] {
  const mine = columns[kind](lists).filter(({ fields, opens, isOfOffice }) =>
    fields.some(field => policy.mayAs(portalKind, postRole, `${field}:create`) || policy.mayAs(portalKind, postRole, `${field}:update`)) && (!opens || sensitiveNouns.includes(opens)) && !(isOfOffice && postRole === 'VILLAGE_OFFICER'));
  return mine.some(({ isRequired }) => isRequired) ? mine : [];
}

/** Header of a file → column, by the template's words, by those of old files, or by a mapping that somebody saved. */
export function columnAt(lines: readonly ColumnLine[], header: string, mapping: ReadonlyMap<string, string>): ColumnLine | undefined {
  const plain = plainOf(header), mapped = mapping.get(plain);
  if (mapped !== undefined) return lines.find(({ key }) => key === mapped);
  return lines.find(line => [line.header, ...(line.also ?? [])].some(one => plainOf(one) === plain));
}
