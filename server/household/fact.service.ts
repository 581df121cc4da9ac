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
import { knowsIndicator, lockHousehold } from './household.query.js';

// Facts with days: a lack, a cause, a group, a need. Each begins, and ends by a day; none is deleted.
export interface Fact { readonly resource: Resource; readonly field: string; readonly what: string }
const lack: Fact = { resource: deprivationAccess, field: 'deprivation', what: 'thiếu hụt' };
const cause: Fact = { resource: povertyCauseAccess, field: 'cause', what: 'nguyên nhân' };
const group: Fact = { resource: householdGroupAccess, field: 'group', what: 'nhóm đối tượng' };

const earliest = '2015-01-01';

/** Begins a fact of a household under the viewer's own rights; an open one of the same kind stands in its way. */
export async function addFact(context: Working, fact: Fact, operation: string, input: { household: string; since: string }, selection: Selection, values: (check: Check) => Promise<Values> | Values): Promise<Answered> {
  const check = new Check(), held = await lockHousehold(context.session, input.household);
  if (!held) return refuse(context, [notFound('household', 'hộ')]);
  if (held.endedOn) return refuse(context, [userError('NOT_ALLOWED_NOW', 'household', 'Hộ này đã kết thúc, không ghi thêm được.')]);
  const since = check.day('since', 'Từ ngày', input.since, { from: earliest, to: context.clock.today(), required: true });
  const row = { household: held.id, since, ...await values(check) };
  if (check.failed) return refuse(context, check.errors);
  try {
    const id = await addRow(context, fact.resource, operation, row);
    return await settle(context, { ...fact, selection, id }, { outcome: 'DONE' });
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [userError('BAD_INPUT', fact.field, `Hộ đã có ${fact.what} này và chưa kết thúc. Kết thúc mục đang có trước khi ghi mục mới.`)]);
    throw error;
  }
}

/** Ends a fact by its day, or opens it again with null. */
export async function endFact(context: Working, fact: Fact, operation: string, { id, until }: { id: string; until: string | null }, selection: Selection, more: Values = {}): Promise<Answered> {
  const check = new Check();
  const [found] = isId('uuid', id) ? await context.session.read<{ since: string }>(`SELECT since::text AS since FROM ${fact.resource.table} WHERE id = $1 FOR NO KEY UPDATE`, [id]) : [];
  if (!found) return refuse(context, [notFound('id', fact.what)]);
  const day = check.day('until', 'Đến ngày', until, { from: found.since, to: context.clock.today() });
  if (check.failed) return refuse(context, check.errors);
  try {
    return await settle(context, { ...fact, selection, id }, await changeRow(context, fact.resource, operation, { id, version: null }, { until: day, ...more }));
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [userError('BAD_INPUT', 'until', `Hộ đang có ${fact.what} này ở một mục khác, nên không mở lại được.`)]);
    throw error;
  }
}

/** A lack in one indicator of a standard from a day on; whoever leads the indicator sees the household from now on. */
export const recordDeprivation = (context: Working, input: RecordDeprivationInput, selection: Selection): Promise<Answered> =>
  addFact(context, lack, 'recordDeprivation', input, selection, async check => {
    if (!await knowsIndicator(context.session, input.standard, input.indicator)) check.fail('indicator', 'Chỉ số: không có trong chuẩn nghèo này. Chọn chỉ số khác.');
    return { indicator: input.indicator, standard: input.standard, deprived: true, asOf: input.since, measure: check.text('measure', 'Số đo, hiện trạng', input.measure, { most: 200 }) };
  });
export const endDeprivation = (context: Working, input: EndDeprivationInput, selection: Selection): Promise<Answered> => endFact(context, lack, 'endDeprivation', input, selection);

export const addPovertyCause = (context: Working, input: AddPovertyCauseInput, selection: Selection): Promise<Answered> =>
  addFact(context, cause, 'addPovertyCause', input, selection, () => ({ cause: input.cause }));
export const endPovertyCause = (context: Working, input: EndPovertyCauseInput, selection: Selection): Promise<Answered> => endFact(context, cause, 'endPovertyCause', input, selection);

export const addHouseholdGroup = (context: Working, input: AddHouseholdGroupInput, selection: Selection): Promise<Answered> =>
  addFact(context, group, 'addHouseholdGroup', input, selection, () => ({ kind: input.kind }));
export const endHouseholdGroup = (context: Working, input: EndHouseholdGroupInput, selection: Selection): Promise<Answered> => endFact(context, group, 'endHouseholdGroup', input, selection);
