import { addRow, changeRow } from '../audit/audited-row.js';
import { auditWrite } from '../audit/audit.service.js';
import { dayBefore } from '../audit/dated-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import type { UserError } from '../graphql/user-error.js';
import { pastedRows } from './pasted-table.js';
import { scoreSheetAccess } from './score-sheet.access.js';
import type { ImportScoreSheetInput, ImportScoreSheetPayload, ScoreSheetCheck } from './score-sheet.input.js';
import { readScoreSheet, type CellProblem } from './score-sheet.reader.js';
import type { ScoreSheet } from './score-sheet.rule.js';
import { lastDay } from './standard-figure.service.js';
import { insertItems, itemRows, lockStandard, readStandards } from './standard.query.js';

const operation = 'importScoreSheet';
const number = new Intl.NumberFormat('vi-VN');

interface Read { readonly sheets: readonly ScoreSheet[]; readonly problems: readonly CellProblem[]; readonly errors: UserError[] }

/** Everything wrong with what is stated about the table and with the table itself, at once. */
async function read({ session }: Working, input: ImportScoreSheetInput): Promise<Read> {
  const check = new Check();
  const standard = (await readStandards(session)).find(one => one.code === input.standard);
  if (!standard) check.errors.push(notFound('standard', 'chuẩn nghèo'));
  const span = { from: standard?.validFrom ?? '2016-01-01', to: standard?.validTo ?? lastDay };
  const formVersion = check.text('formVersion', 'Phiên bản phiếu', input.formVersion, { most: 60, required: true });
  const source = check.text('source', 'Nguồn của bảng điểm', input.source, { most: 300, required: true });
  const validFrom = check.day('validFrom', 'Áp dụng từ ngày', input.validFrom, { ...span, required: true });
  const validTo = check.day('validTo', 'Đến hết ngày', input.validTo, { from: input.validFrom, to: span.to });
  // What is stated has its own messages; the table is read all the same, so that both are told at once.
  const facts = { standard: input.standard || '-', formVersion: formVersion ?? '-', source: source ?? '-', validFrom: validFrom ?? span.from, validTo: validTo ?? standard?.validTo ?? null };
  const { sheets, problems } = readScoreSheet(pastedRows(input.table), facts);
  if (sheets) for (const [field, label, name] of [['ruralRegion', 'Cột cho thôn nông thôn', input.ruralRegion], ['urbanRegion', 'Cột cho thôn, tổ dân phố thành thị', input.urbanRegion]] as const) {
    if (!sheets.some(one => one.region === nameOf(name))) check.fail(field, `${label}: bảng không có cột "${nameOf(name)}". Chọn một trong: ${sheets.map(one => one.region).join(', ')}.`);
  }
  if (problems.length > 0) check.fail('table', `Bảng điểm: có ${number.format(problems.length)} chỗ cần sửa. Sửa trên bảng tính rồi dán lại.`);
  if (formVersion !== null && standard && await isOnFile({ session }, standard.code, formVersion)) {
    check.errors.push(userError('CONFLICT', 'formVersion', `Phiên bản phiếu "${formVersion}" của chuẩn này đã nhập. Đặt tên phiên bản khác.`));
  }
  return { sheets: sheets ?? [], problems, errors: check.errors };
}

/** As the reader of tables writes a region's name. */
const nameOf = (region: string): string => region.normalize('NFC').replace(/\s+/g, ' ').trim();

async function isOnFile({ session }: Pick<Working, 'session'>, standard: string, formVersion: string): Promise<boolean> {
  return (await session.read('SELECT 1 FROM score_sheet WHERE standard = $1 AND form_version = $2 LIMIT 1', [standard, formVersion])).length > 0;
}

const summary = ({ sheets, problems, errors }: Read): ScoreSheetCheck => ({
  regions: sheets.map(one => one.region), itemCount: sheets[0]?.items.length ?? 0, groupCount: sheets[0]?.groups.length ?? 0, problems: [...problems], userErrors: errors,
});

/** What importing the table would say, without saving anything. */
export const checkScoreSheet = async (context: Working, input: ImportScoreSheetInput): Promise<ScoreSheetCheck> => summary(await read(context, input));

/** Sheets in force that count for the same villages end on the day before the new one begins. */
async function endFormer(context: Working, standard: string, validFrom: string): Promise<void> {
  const former = await context.session.read<{ id: string }>(
    "SELECT id::text FROM score_sheet WHERE standard = $1 AND areas <> '{}' AND valid_from < $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY id FOR NO KEY UPDATE", [standard, validFrom]);
  for (const { id } of former) await changeRow(context, scoreSheetAccess, operation, { id, version: null }, { validTo: dayBefore(validFrom) });
}

/** Saves every region's column of the table as a sheet, or nothing and every message with row and column. */
export async function importScoreSheet(context: Working, input: ImportScoreSheetInput): Promise<ImportScoreSheetPayload> {
  await lockStandard(context.session, input.standard);
  const found = await read(context, input);
  if (found.errors.length > 0) {
    context.session.rollBack();
    return { ...summary(found), conflicts: [] };
  }
  await endFormer(context, input.standard, input.validFrom);
  for (const sheet of found.sheets) {
    const { standard, formVersion, region, source, validFrom, validTo } = sheet;
    const areas = [...(region === nameOf(input.ruralRegion) ? ['RURAL'] : []), ...(region === nameOf(input.urbanRegion) ? ['URBAN'] : [])];
    const id = await addRow(context, scoreSheetAccess, operation,
      { standard, formVersion, region, areas, source, validFrom, validTo, importedBy: context.viewer.postId, importedOn: context.clock.today() });
    const rows = itemRows(sheet);
    await insertItems(context.session, id, rows);
    await auditWrite(context, { operation, noun: 'ScoreItem', rowId: id, before: null, after: { scoreSheet: id, count: rows.length, points: sheet.items.reduce((sum, one) => sum + one.points, 0) } });
  }
  return { ...summary(found), conflicts: [] };
}
