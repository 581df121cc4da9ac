import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow, saveRow } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { householdContactAccess } from './household-part.access.js';
import type { CreateHouseholdInput, SaveHouseholdContactInput, UpdateHouseholdInput } from './household-write.input.js';
import { householdAccess } from './household.access.js';
import { findVillage, hasEthnicGroup, headOf, lockHousehold, nextCode } from './household.query.js';
import { memberAccess } from './member.access.js';
import { endedHousehold } from './opening.js';

const oldest = 1900;

/** Numbers and names as a form gives them; everything wrong is in `check`. */
const thisYear = ({ clock }: Working): number => Number(clock.today().slice(0, 4));
export const birthYearOf = (context: Working, check: Check, field: string, value: number): number | null =>
  check.whole(field, 'Năm sinh', value, { least: oldest, most: thisYear(context) });
export function sexOf(check: Check, field: string, value: string | null): string | null {
  if (value !== 'FEMALE' && value !== 'MALE') check.fail(field, 'Giới tính: chọn Nam hoặc Nữ.');
  return value;
}

async function villageOf({ session, viewer }: Working, check: Check, value: string | null | undefined): Promise<{ id: number; areaType: string } | null> {
  if (value === null) check.fail('village', 'Thôn: không được để trống. Chọn thôn nơi hộ cư trú.');
  const id = check.id('village', 'thôn này trong xã', value);
  const found = id === null ? null : await findVillage(session, id, viewer.unitId);
  if (id !== null && !found) check.errors.push(notFound('village', 'thôn này trong xã'));
  return found;
}

export async function ethnicityOf({ session }: Working, check: Check, value: string | null): Promise<string | null> {
  if (value === null) check.fail('ethnicity', 'Dân tộc: không được để trống. Chọn dân tộc.');
  else if (!await hasEthnicGroup(session, value)) check.errors.push(notFound('ethnicity', 'dân tộc này'));
  return value;
}

/** Puts a family on the commune's register, its head as first member; it has no class until a decision gives it one. */
export async function createHousehold(context: Working, input: CreateHouseholdInput, selection: Selection): Promise<Answered> {
  const check = new Check(), { session, viewer } = context;
  const village = await villageOf(context, check, input.village);
  const headName = check.name('headName', 'Họ và tên chủ hộ', input.headName, { most: 120, required: true });
  const birthYear = birthYearOf(context, check, 'headBirthYear', input.headBirthYear), sex = sexOf(check, 'headSex', input.headSex);
  const ethnicity = await ethnicityOf(context, check, input.ethnicity);
  const given = check.text('code', 'Mã hộ', input.code, { most: 40 });
  const officerInCharge = check.text('officerInCharge', 'Cán bộ phụ trách', input.officerInCharge, { most: 120 });
  const note = check.text('note', 'Ghi chú', input.note, { most: 4000 });
  if (check.failed || !village) return refuse(context, check.errors);
  try {
    const id = await addRow(context, householdAccess, 'createHousehold', {
      code: given ?? await nextCode(session), commune: viewer.unitId, village: village.id, areaType: village.areaType, headName, ethnicity, officerInCharge, note,
    });
    await addRow(context, memberAccess, 'createHousehold', { household: id, fullName: headName, isHead: true, birthYear, sex, relation: 'Chủ hộ', ethnicity });
    return await settle(context, { resource: householdAccess, selection, field: 'household', what: 'hộ', id }, { outcome: 'DONE' });
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [userError('BAD_INPUT', 'code', `Mã hộ ${given ?? ''}: đã có trong danh sách của xã. Dùng mã khác hoặc để trống để hệ thống cấp.`)]);
    throw error;
  }
}

/** Changes what stands on the household itself; the class changes by a decision alone. */
export async function updateHousehold(context: Working, input: UpdateHouseholdInput, selection: Selection): Promise<Answered> {
  const check = new Check(), { id, version } = input;
  const held = await lockHousehold(context.session, id);
  if (!held) return refuse(context, [notFound('id', 'hộ')]);
  if (held.endedOn) return refuse(context, [endedHousehold('id')]);
  const today = context.clock.today(), year = thisYear(context);
  const village = input.village === undefined ? undefined : await villageOf(context, check, input.village);
  const headName = input.headName === undefined ? undefined : check.name('headName', 'Họ và tên chủ hộ', input.headName, { most: 120, required: true });
  const patch = {
    ...(village && { village: village.id, areaType: village.areaType }), headName,
    ethnicity: input.ethnicity === undefined ? undefined : await ethnicityOf(context, check, input.ethnicity),
    exitRegisteredOn: input.exitRegisteredOn === undefined ? undefined : check.day('exitRegisteredOn', 'Ngày đăng ký thoát nghèo', input.exitRegisteredOn, { from: '2022-01-01', to: today }),
    expectedExitYear: input.expectedExitYear === undefined ? undefined : check.whole('expectedExitYear', 'Năm dự kiến thoát nghèo', input.expectedExitYear, { least: year - 1, most: year + 5 }),
    officerInCharge: input.officerInCharge === undefined ? undefined : check.text('officerInCharge', 'Cán bộ phụ trách', input.officerInCharge, { most: 120 }),
    note: input.note === undefined ? undefined : check.text('note', 'Ghi chú', input.note, { most: 4000 }),
  };
  if (check.failed) return refuse(context, check.errors);
  const done = await changeRow(context, householdAccess, 'updateHousehold', { id, version }, patch);
  if (done.outcome === 'DONE' && headName) {
    const head = await headOf(context.session, id);
    if (head) await changeRow(context, memberAccess, 'updateHousehold', { id: head.id, version: null }, { fullName: headName });
  }
  return settle(context, { resource: householdAccess, selection, field: 'household', what: 'hộ', id }, done);
}

const phone = /^\+?[0-9][0-9 .]{7,18}$/;

/** Where the family is found; only what is sent is changed, coordinates both at once. */
export async function saveHouseholdContact(context: Working, input: SaveHouseholdContactInput, selection: Selection): Promise<Answered> {
  const check = new Check(), { household, version } = input;
  const held = await lockHousehold(context.session, household);
  if (!held) return refuse(context, [notFound('household', 'hộ')]);
  if (held.endedOn) return refuse(context, [endedHousehold('household')]);
  const number = input.phone === undefined ? undefined : check.text('phone', 'Điện thoại', input.phone, { most: 20 });
  if (number && !phone.test(number)) check.fail('phone', 'Điện thoại: chỉ gồm chữ số, khoảng trắng và dấu chấm, từ 8 số. Sửa lại số.');
  const { latitude, longitude } = input;
  if ((latitude ?? null) === null !== ((longitude ?? null) === null)) check.fail((latitude ?? null) === null ? 'latitude' : 'longitude', 'Tọa độ: nhập cả vĩ độ và kinh độ, hoặc bỏ trống cả hai.');
  if (typeof latitude === 'number' && (latitude < 8 || latitude > 24)) check.fail('latitude', 'Vĩ độ: phải từ 8 đến 24.');
  if (typeof longitude === 'number' && (longitude < 102 || longitude > 110)) check.fail('longitude', 'Kinh độ: phải từ 102 đến 110.');
  const addressDetail = input.addressDetail === undefined ? undefined : check.text('addressDetail', 'Địa chỉ chi tiết', input.addressDetail, { most: 300 });
  const values = { addressDetail, phone: number, latitude, longitude };
  if (check.failed) return refuse(context, check.errors);
  const done = await saveRow(context, householdContactAccess, 'saveHouseholdContact', { owner: 'household', id: household, version: version ?? null }, values);
  return settle(context, { resource: householdContactAccess, selection, field: 'contact', what: 'địa chỉ', id: household }, done);
}
