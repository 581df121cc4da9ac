import type { Resource } from '../access/resource.js';
import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow, type Values } from '../audit/audited-row.js';
import { isId } from '../database/condition.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { deprivationAccess, householdGroupAccess } from './deprivation.access.js';
import type {
  AddHouseholdGroupInput, AddPovertyCauseInput, EndDeprivationInput, EndHouseholdGroupInput, EndPovertyCauseInput, RecordDeprivationInput,
} from './fact.input.js';
import { povertyCauseAccess } from './household-part.access.js';
import { knowsIndicator, knowsStandard, lockHousehold } from './household.query.js';
import { endedHousehold } from './opening.js';

// Facts with days: a lack, a cause, a group, a need. Each begins, and ends by a day; none is deleted.
export interface Fact { readonly resource: Resource; readonly field: string; readonly what: string; /** The field of the input that says which. */ readonly kind: string }
const lack: Fact = { resource: deprivationAccess, field: 'deprivation', what: 'thiếu hụt', kind: 'indicator' };
const cause: Fact = { resource: povertyCauseAccess, field: 'cause', what: 'nguyên nhân', kind: 'cause' };
const group: Fact = { resource: householdGroupAccess, field: 'group', what: 'nhóm đối tượng', kind: 'kind' };

const earliest = '2015-01-01';

/** Of two facts alike, whether the one that stands in the way is still open or only began on the same day. */
const clash = ({ cause: error }: DuplicateRow): 'OPEN' | 'SAME_DAY' => (/_open$/.test(String((error as { constraint?: unknown }).constraint)) ? 'OPEN' : 'SAME_DAY');

/** Begins a fact of a household under the viewer's own rights; an open one of the same kind stands in its way. */
export async function addFact(context: Working, fact: Fact, operation: string, input: { household: string; since: string }, selection: Selection, values: (check: Check, household: string) => Promise<Values> | Values): Promise<Answered> {
  const check = new Check(), held = await lockHousehold(context.session, input.household);
  if (!held) return refuse(context, [notFound('household', 'hộ')]);
  if (held.endedOn) return refuse(context, [endedHousehold('household')]);
  const since = check.day('since', 'Từ ngày', input.since, { from: earliest, to: context.clock.today(), required: true });
  const row = { household: held.id, since, ...await values(check, held.id) };
  if (check.failed) return refuse(context, check.errors);
  try {
    const id = await addRow(context, fact.resource, operation, row);
    return await settle(context, { ...fact, selection, id }, { outcome: 'DONE' });
  } catch (error) {
    if (!(error instanceof DuplicateRow)) throw error;
    return refuse(context, [clash(error) === 'OPEN' ? userError('BAD_INPUT', fact.kind, `Hộ đã có ${fact.what} này và chưa kết thúc. Kết thúc mục đang có trước khi ghi mục mới.`)
      : userError('BAD_INPUT', 'since', `Hộ đã có ${fact.what} này từ đúng ngày đó. Xem mục đang có; nếu đã kết thúc thì mở lại mục ấy.`)]);
  }
}

/** Ends a fact by its day, or opens it again with null; its household is locked first, as where it begins. */
export async function endFact(context: Working, fact: Fact, operation: string, { id, until }: { id: string; until: string | null }, selection: Selection, more?: (check: Check, household: string) => Promise<Values>): Promise<Answered> {
  const check = new Check();
  const [found] = isId('uuid', id) ? await context.session.read<{ since: string; household: string }>(`SELECT since::text AS since, household_id AS household FROM ${fact.resource.table} WHERE id = $1`, [id]) : [];
  const held = found ? await lockHousehold(context.session, found.household) : null;
  if (!found || !held) return refuse(context, [notFound('id', fact.what)]);
  if (held.endedOn) return refuse(context, [endedHousehold('id')]);
  const day = check.day('until', 'Đến ngày', until, { from: found.since, to: context.clock.today() });
  const values = { until: day, ...await more?.(check, held.id) };
  if (check.failed) return refuse(context, check.errors);
  try {
    return await settle(context, { ...fact, selection, id }, await changeRow(context, fact.resource, operation, { id, version: null }, values));
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [userError('BAD_INPUT', 'until', `Hộ đang có ${fact.what} này ở một mục khác, nên không mở lại được.`)]);
    throw error;
  }
}

/** A lack in one indicator of a standard from a day on; whoever leads the indicator sees the household from now on. */
export const recordDeprivation = (context: Working, input: RecordDeprivationInput, selection: Selection): Promise<Answered> =>
  addFact(context, lack, 'recordDeprivation', input, selection, async check => {
    if (!await knowsStandard(context.session, input.standard)) check.errors.push(notFound('standard', 'chuẩn nghèo này'));
    else if (!await knowsIndicator(context.session, input.standard, input.indicator)) check.fail('indicator', 'Chỉ số: không có trong chuẩn nghèo này. Chọn chỉ số khác.');
    return { indicator: input.indicator, standard: input.standard, deprived: true, asOf: input.since, measure: check.text('measure', 'Số đo, hiện trạng', input.measure, { most: 200 }) };
  });
export const endDeprivation = (context: Working, input: EndDeprivationInput, selection: Selection): Promise<Answered> => endFact(context, lack, 'endDeprivation', input, selection);

export const addPovertyCause = (context: Working, input: AddPovertyCauseInput, selection: Selection): Promise<Answered> =>
  addFact(context, cause, 'addPovertyCause', input, selection, () => ({ cause: input.cause }));
export const endPovertyCause = (context: Working, input: EndPovertyCauseInput, selection: Selection): Promise<Answered> => endFact(context, cause, 'endPovertyCause', input, selection);

export const addHouseholdGroup = (context: Working, input: AddHouseholdGroupInput, selection: Selection): Promise<Answered> =>
  addFact(context, group, 'addHouseholdGroup', input, selection, () => ({ kind: input.kind }));
export const endHouseholdGroup = (context: Working, input: EndHouseholdGroupInput, selection: Selection): Promise<Answered> => endFact(context, group, 'endHouseholdGroup', input, selection);
