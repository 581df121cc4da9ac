import type { Resource } from '../access/resource.js';
import type { Selection } from '../access/selection.js';
import { saveRow, type Values } from '../audit/audited-row.js';
import { Check, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { holderOf, lockMember, type HeldMember } from './household.query.js';
import { memberHealthAccess, memberInsuranceAccess, memberLabourAccess, memberSchoolingAccess } from './member-part.access.js';
import type {
  SaveHouseholdIdentityInput, SaveMemberHealthInput, SaveMemberInsuranceInput, SaveMemberLabourInput, SaveMemberSchoolingInput,
} from './member-write.input.js';
import { householdIdentityAccess } from './member.access.js';
import { birthDateOf } from './member.service.js';
import { closed, endedHousehold, openedByWriting } from './opening.js';

interface Part { readonly resource: Resource; readonly operation: string; readonly field: string; readonly what: string }
interface Named { readonly member: string; readonly version?: number | null; readonly asOf?: string; readonly purpose?: string }

/** The one row a member of this part, changed or added; the person must be one whom the viewer may write. What may be empty and is not sent stays. */
async function save(context: Working, part: Part, input: Named, selection: Selection, values: (check: Check, member: HeldMember) => Promise<Values> | Values): Promise<Answered> {
  const check = new Check(), { resource, operation, field, what } = part;
  const held = await lockMember(context.session, input.member);
  if (!held) return refuse(context, [notFound('member', 'thành viên')]);
  const refused = resource.sensitive ? closed(context, resource, 'member') : null;
  if (refused) return refused;
  if (held.endedOn) return refuse(context, [endedHousehold('member')]);
  const asOf = input.asOf === undefined ? {} : { asOf: check.day('asOf', 'Số liệu đến ngày', input.asOf, { from: '2020-01-01', to: context.clock.today(), required: true }) };
  if (asOf.asOf && Number(asOf.asOf.slice(0, 4)) < held.birthYear) check.fail('asOf', `Số liệu đến ngày: trước năm sinh ${held.birthYear}. Sửa ngày hoặc năm sinh.`);
  const row = { ...await values(check, held), ...asOf };
  if (check.failed) return refuse(context, check.errors);
  const done = await saveRow(context, resource, operation, { owner: 'member', id: held.id, version: input.version ?? null }, row);
  const answer = await settle(context, { resource, selection, field, what, id: held.id }, done);
  if (resource.sensitive) openedByWriting(context, resource, { household: held.household, member: held.id, purpose: input.purpose! });
  return answer;
}

export const saveMemberLabour = (context: Working, input: SaveMemberLabourInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberLabourAccess, operation: 'saveMemberLabour', field: 'labour', what: 'thông tin lao động' }, input, selection, check => ({
    status: input.status, trainedLevel: input.trainedLevel, occupation: input.occupation === undefined ? undefined : check.text('occupation', 'Nghề nghiệp', input.occupation, { most: 120 }),
  }));

export const saveMemberSchooling = (context: Working, input: SaveMemberSchoolingInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberSchoolingAccess, operation: 'saveMemberSchooling', field: 'schooling', what: 'thông tin học tập' }, input, selection, check => {
    if (input.attending && input.reason) check.fail('reason', 'Lý do không đi học: đang đi học thì bỏ trống.');
    const kept = !input.attending && input.reason === undefined;
    return { attending: input.attending, level: input.level, reason: kept ? undefined : check.text('reason', 'Lý do không đi học', input.reason, { most: 300 }) };
  });

export const saveMemberInsurance = (context: Working, input: SaveMemberInsuranceInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberInsuranceAccess, operation: 'saveMemberInsurance', field: 'insurance', what: 'thông tin bảo hiểm y tế' }, input, selection, check => {
    if (!input.hasCard && input.validTo) check.fail('validTo', 'Thẻ có giá trị đến: chưa có thẻ thì bỏ trống.');
    const kept = input.hasCard && input.validTo === undefined;
    return { hasCard: input.hasCard, validTo: kept ? undefined : check.day('validTo', 'Thẻ có giá trị đến', input.validTo, { from: '2020-01-01', to: '2040-12-31' }) };
  });

export const saveMemberHealth = (context: Working, input: SaveMemberHealthInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberHealthAccess, operation: 'saveMemberHealth', field: 'health', what: 'thông tin sức khỏe' }, input, selection, () => ({
    malnutrition: input.malnutrition, disability: input.disability, seriousIllness: input.seriousIllness,
  }));

const twelve = /^[0-9]{12}$/, card = /^[A-Z]{0,2}[0-9]{10,13}$/;

/** The papers of one person; a number stands once in the commune's own list, and of another commune's list nothing is told. */
export const saveHouseholdIdentity = (context: Working, input: SaveHouseholdIdentityInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: householdIdentityAccess, operation: 'saveHouseholdIdentity', field: 'identity', what: 'giấy tờ' }, input, selection, async (check, member) => {
    if (!['CITIZEN_ID', 'BIRTH_NUMBER', 'NONE'].includes(input.idKind)) check.fail('idKind', 'Loại giấy tờ: chọn một mục trong danh sách.');
    const idNumber = check.text('idNumber', 'Số định danh', input.idNumber, { most: 20, required: input.idKind !== 'NONE' });
    if (idNumber && input.idKind === 'NONE') check.fail('idNumber', 'Số định danh: chưa có giấy tờ thì bỏ trống, hoặc chọn loại giấy tờ.');
    else if (idNumber && !twelve.test(idNumber)) check.fail('idNumber', 'Số định danh: phải đủ 12 chữ số. Kiểm tra lại trên giấy tờ.');
    else if (idNumber) {
      const holder = await holderOf(context.session, idNumber, member.id);
      if (holder) {
        check.fail('idNumber', `Số định danh: đã ghi cho một người của hộ ${holder.code}. Kiểm tra lại trên giấy tờ của hai người.`);
        openedByWriting(context, householdIdentityAccess, { ...holder, purpose: input.purpose });
      }
    }
    const insuranceNumber = input.insuranceNumber === undefined ? undefined : check.text('insuranceNumber', 'Số thẻ bảo hiểm y tế', input.insuranceNumber, { most: 20 })?.toUpperCase() ?? null;
    if (insuranceNumber && !card.test(insuranceNumber)) check.fail('insuranceNumber', 'Số thẻ bảo hiểm y tế: gồm 10 chữ số, hoặc 15 ký tự in trên thẻ. Kiểm tra lại trên thẻ.');
    return { idKind: input.idKind, idNumber, insuranceNumber, birthDate: input.birthDate === undefined ? undefined : birthDateOf(context, check, input.birthDate, member.birthYear) };
  });
