import { Link } from '@tanstack/react-router';
import { useSession } from '../../session';
import { formatDay, formatInstant, formatNumber } from '../../text/format';
import { audit as words, detailWords, operationWords, refusalWords, valueWords } from '../../text/vi-audit';
import { noun as nounNames } from '../../text/vi-permission';
import { fieldWords } from '../permission/field-words';
import type { AuditTrailQuery } from './audit.generated';
import css from './audit.module.css';

export type Line = AuditTrailQuery['auditLines']['nodes'][number];
type Change = Line['changes'][number];
/** Names of units by id: a line keeps the id alone. */
export type UnitNames = ReadonlyMap<string, string>;

const ofUnit: readonly string[] = ['unit', 'commune', 'helper', 'toUnit', 'fromUnit', 'holder', 'owner'];

/** More than these are folded away. */
const shownAtOnce = 6;

/** What was attempted, on what. */
export function Operation({ line: { operation, noun, rowId } }: { line: Line }) {
  const { viewer, permissions } = useSession();
  const isHousehold = noun === 'Household' && rowId !== null && permissions.has('Query.household');
  return (
    <>
      <strong>{[...new Set(operation.split(' ').map((one) => operationWords[one] ?? words.reading))].join('; ')}</strong>
      {noun && noun !== 'SignIn' && <span className={css.soft}> · {nounNames[noun] ?? noun}</span>}
      {isHousehold && (
        <>
          {' '}
          <Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode: viewer.unit.code, householdId: rowId }} data-print="no">{words.open}</Link>
        </>
      )}
    </>
  );
}

/** Field by field what stood there and what stands there; why, of what was refused. */
export function Changes({ line: { noun, changes: all, refusals, outcome }, units }: { line: Line; units: UnitNames }) {
  // What was left empty in a new row is no change.
  const changes = all.filter(({ before, after, isHidden }) => isHidden || before !== null || after !== null);
  if (outcome !== 'DONE') {
    const told = refusals.map(({ code, field }) => `${refusalWords[code] ?? code}${field ? ` (${fieldOf(noun, field)})` : ''}`);
    return <span>{words.refusedFor}: {[...new Set(told)].slice(0, shownAtOnce).join('; ') || words.nothing}</span>;
  }
  if (changes.length === 0) return <span className={css.soft}>{words.nothing}</span>;
  const table = <ChangeTable noun={noun} changes={changes} units={units} />;
  if (changes.length <= shownAtOnce) return table;
  return (
    <details className={css.many}>
      <summary>{words.moreChanges(formatNumber(changes.length))}</summary>
      {table}
    </details>
  );
}

function ChangeTable({ noun, changes, units }: { noun: string | null; changes: readonly Change[]; units: UnitNames }) {
  const said = (field: string, value: string) => (ofUnit.includes(field) ? units.get(value) : undefined) ?? valueOf(value);
  return (
    <ul className={css.changes}>
      {changes.map(({ field, before, after, isHidden }) => (
        <li key={field}>
          <span className={css.field}>{named(noun ?? '', field)}</span>
          {isHidden ? <em className={css.soft}>{words.hidden}</em> : (
            <span>
              {before !== null && (
                <>
                  <del><span className="visually-hidden">{words.before}: </span>{said(field, before)}</del>
                  <span aria-hidden="true"> → </span>
                </>
              )}
              <ins><span className="visually-hidden">{words.after}: </span>{after === null ? words.nothing : said(field, after)}</ins>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const named = (type: string, field: string): string => {
  const said = fieldWords(type, field);
  return said === field ? (detailWords[field] ?? field) : said;
};

/** "Household.ethnicity" or "dueDay" in words. */
function fieldOf(noun: string | null, path: string): string {
  const [type, name] = path.includes('.') ? path.split('.') as [string, string] : [noun ?? '', path];
  return name ? named(type, name) : path;
}

/** A value as a person reads it: days, moments, yes and no, states; anything else as it was written. */
function valueOf(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatInstant(value);
  if (value === 'true' || value === 'false') return value === 'true' ? words.yes : words.no;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)) return words.rowOf(value.slice(0, 8));
  return valueWords[value] ?? value;
}
