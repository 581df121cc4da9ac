import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { addRow, changeRow } from '../audit/audited-row.js';
import { dayBefore } from '../audit/dated-row.js';
import { Check, userError, writtenDay } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import { povertyStandardAccess } from './standard.access.js';
import type { RecordStandardInput } from './standard.input.js';
import { lastDay } from './standard-figure.service.js';
import { lockStandards, readStandards } from './standard.query.js';
import type { StoredStandard } from './standard.stored.js';

const operation = 'recordStandard';

/** A standard of no set end ends when the next begins; any other overlap is a mistake, since one day has one standard in force. */
function overlapping(known: readonly StoredStandard[], from: string, to: string | null): StoredStandard | undefined {
  return known.find(one => !(one.validTo === null && one.validFrom < from) && one.validFrom <= (to ?? lastDay) && from <= (one.validTo ?? lastDay));
}

/** A new standard beside the others, with the indicators of an older one and no numbers yet. */
export async function recordStandard(context: Working, input: RecordStandardInput, selection: Selection): Promise<Answered> {
  const { session } = context, check = new Check();
  await lockStandards(session);
  const known = await readStandards(session);
  const code = check.text('code', 'Mã chuẩn', input.code, { most: 40, required: true });
  if (code !== null && !/^[A-Z0-9][A-Z0-9-]*$/.test(code)) check.fail('code', 'Mã chuẩn: chỉ gồm chữ in hoa không dấu, chữ số và gạch ngang, như VN-MDP-2031.');
  const name = check.text('name', 'Tên chuẩn', input.name, { most: 200, required: true });
  const legalBasis = check.text('legalBasis', 'Căn cứ pháp lý', input.legalBasis, { most: 300, required: true });
  const note = check.text('note', 'Ghi chú', input.note, { most: 1000 });
  const validFrom = check.day('validFrom', 'Áp dụng từ ngày', input.validFrom, { from: '2016-01-01', to: lastDay, required: true });
  const validTo = check.day('validTo', 'Đến hết ngày', input.validTo, { from: input.validFrom, to: lastDay });
  const model = known.find(one => one.code === input.indicatorsOf);
  if (!model) check.fail('indicatorsOf', 'Chỉ số thiếu hụt: chọn chuẩn đã có để lấy danh mục chỉ số.');
  const other = validFrom === null ? undefined : overlapping(known, validFrom, validTo);
  if (other) check.fail('validFrom', `Thời gian áp dụng trùng với ${other.name} (từ ${writtenDay(other.validFrom)}${other.validTo ? ` đến ${writtenDay(other.validTo)}` : ''}). Chọn ngày khác.`);
  if (check.failed || code === null || validFrom === null || !model) return refuse(context, check.errors);
  if (known.some(one => one.code === code)) return refuse(context, [userError('CONFLICT', 'code', `Mã chuẩn ${code} đã có. Đặt mã khác.`)]);
  for (const open of known.filter(one => one.validTo === null && one.validFrom < validFrom)) {
    await changeRow(context, povertyStandardAccess, operation, { id: open.code, version: null }, { validTo: dayBefore(validFrom) });
  }
  await addRow(context, povertyStandardAccess, operation, { code, name, legalBasis, validFrom, validTo, provenance: 'ENTERED', note });
  await session.read(`INSERT INTO standard_indicator (standard, indicator, no, name, threshold)
    SELECT $1, indicator, no, name, threshold FROM standard_indicator WHERE standard = $2`, [code, model.code]);
  await auditWrite(context, { operation, noun: 'StandardIndicator', rowId: code, before: null, after: { standard: code, indicatorsOf: model.code, count: model.indicators.length } });
  return Object.assign({ userErrors: [], conflicts: [] }, { povertyStandard: await readBack(context, povertyStandardAccess, selection, 'povertyStandard', code) });
}
