import type { Selection } from '../access/selection.js';
import { addRow, changeRow } from '../audit/audited-row.js';
import { Check, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { headOf, lockHousehold, lockMember } from './household.query.js';
import { birthYearOf, ethnicityOf, sexOf } from './household.service.js';
import type { AddMemberInput, UpdateMemberInput } from './member-write.input.js';
import { memberAccess } from './member.access.js';
import { endedHousehold } from './opening.js';

const residences = ['PRESENT', 'AWAY', 'LEFT', 'DEAD'];
/** How a new head stands to the head, and what the former one no longer is. */
const headRelation = 'Chủ hộ';

/** `year` is null where it is wrong itself. */
export function birthDateOf(context: Working, check: Check, value: string | null | undefined, year: number | null): string | null {
  const day = check.day('birthDate', 'Ngày sinh', value, { from: '1900-01-01', to: context.clock.today() });
  if (day && year !== null && Number(day.slice(0, 4)) !== year) check.fail('birthDate', `Ngày sinh: không khớp năm sinh ${year}. Sửa ngày sinh hoặc năm sinh.`);
  return day;
}

function residenceOf(check: Check, value: string | null, allowed: readonly string[]): string | null {
  if (value === null || !allowed.includes(value)) check.fail('residence', 'Tình trạng cư trú: chọn một mục trong danh sách.');
  return value;
}

/** A person new to the household: born, married in, or left out before. */
export async function addMember(context: Working, input: AddMemberInput, selection: Selection): Promise<Answered> {
  const check = new Check(), held = await lockHousehold(context.session, input.household);
  if (!held) return refuse(context, [notFound('household', 'hộ')]);
  if (held.endedOn) return refuse(context, [endedHousehold('household')]);
  const birthYear = birthYearOf(context, check, 'birthYear', input.birthYear);
  const values = {
    household: held.id, fullName: check.name('fullName', 'Họ và tên', input.fullName, { most: 120, required: true }), birthYear, sex: sexOf(check, 'sex', input.sex),
    birthDate: birthDateOf(context, check, input.birthDate, birthYear), relation: check.text('relation', 'Quan hệ với chủ hộ', input.relation, { most: 60 }),
    ethnicity: await ethnicityOf(context, check, input.ethnicity), residence: residenceOf(check, input.residence ?? 'PRESENT', residences.slice(0, 2)), isHead: false,
  };
  if (check.failed) return refuse(context, check.errors);
  const id = await addRow(context, memberAccess, 'addMember', values);
  return settle(context, { resource: memberAccess, selection, field: 'member', what: 'thành viên', id }, { outcome: 'DONE' });
}

/** Changes what is recorded of a person; who leaves or dies stays on record, and the household keeps a head who lives there. */
export async function updateMember(context: Working, input: UpdateMemberInput, selection: Selection): Promise<Answered> {
  const check = new Check(), { id, version } = input;
  const held = await lockMember(context.session, id);
  if (!held) return refuse(context, [notFound('id', 'thành viên')]);
  if (held.endedOn) return refuse(context, [endedHousehold('id')]);
  if (input.birthYear === null) check.fail('birthYear', 'Năm sinh: không được để trống.');
  const birthYear = typeof input.birthYear === 'number' ? birthYearOf(context, check, 'birthYear', input.birthYear) : held.birthYear;
  const birthDate = birthDateOf(context, check, input.birthDate === undefined ? held.birthDate : input.birthDate, birthYear);
  const residence = input.residence === undefined ? undefined : residenceOf(check, input.residence, residences);
  const isGone = (residence ?? held.residence) === 'LEFT' || (residence ?? held.residence) === 'DEAD';
  if (held.isHead && residence && isGone) check.fail('residence', 'Chủ hộ đã đi hoặc đã mất: chọn chủ hộ mới trước, rồi ghi lại tình trạng này.');
  if (held.isHead && input.isHead === false) check.fail('isHead', 'Chủ hộ: chọn thành viên khác làm chủ hộ; hộ luôn phải có chủ hộ.');
  const isTaking = !held.isHead && input.isHead === true;
  if (isTaking && isGone) check.fail('isHead', 'Chủ hộ: người đã đi hoặc đã mất không làm chủ hộ được.');
  const patch = {
    fullName: input.fullName === undefined ? undefined : check.name('fullName', 'Họ và tên', input.fullName, { most: 120, required: true }),
    birthYear, birthDate, sex: input.sex === undefined ? undefined : sexOf(check, 'sex', input.sex),
    relation: input.relation === undefined ? (isTaking ? headRelation : undefined) : check.text('relation', 'Quan hệ với chủ hộ', input.relation, { most: 60 }),
    ethnicity: input.ethnicity === undefined ? undefined : await ethnicityOf(context, check, input.ethnicity), residence,
    isHead: input.isHead ? true : undefined,
  };
  if (check.failed) return refuse(context, check.errors);
  if (isTaking) {
    const former = await headOf(context.session, held.household);
    if (former) await changeRow(context, memberAccess, 'updateMember', { id: former.id, version: null }, { isHead: false, ...(former.relation === headRelation && { relation: null }) });
  }
  const done = await changeRow(context, memberAccess, 'updateMember', { id, version }, patch);
  return settle(context, { resource: memberAccess, selection, field: 'member', what: 'thành viên', id }, done);
}
