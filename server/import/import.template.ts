import type { Selection } from '../access/selection.js';
import { saveFile, workbookType } from '../file/stored-file.service.js';
import { userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import { storedFileAccess } from '../file/stored-file.access.js';
import type { StoredFile } from '../file/stored-file.entity.js';
import { writeWorkbook, type CellInput, type SheetPlan } from '../workbook/write.js';
import { areaWords, causeWords, classWords, groupWords, sexWords } from './household.columns.js';
import { columnsFor, type ColumnLine } from './import.columns.js';
import { readLists, type Lists } from './import.lists.js';
import { guideSheet } from './import.reader.js';
import type { ImportTemplateInput } from './import-batch.input.js';
import { ImportKind } from './import-kind.js';
import { picks, type Words } from './import.parsers.js';
import { labourWords, levelWords, residenceWords, trainedWords } from './member.columns.js';
import { pageOfHouseholds, pageOfMembers } from './import.template.query.js';

const kindNames: Readonly<Record<ImportKind, string>> = { HOUSEHOLDS: 'Danh sách hộ', MEMBERS: 'Thành viên hộ', NEEDS: 'Nhu cầu hỗ trợ', SUPPORTS: 'Hỗ trợ của đơn vị', PAIRINGS: 'Phân công giúp đỡ' };
const wordOf = (words: Words, code: unknown): string | null => (code === null || code === undefined ? null : picks(words).find(word => words.some(([one, meant]) => one === word && meant === code)) ?? null);
const wordsOf = (words: Words, codes: readonly string[]): string | null => codes.map(code => wordOf(words, code)).filter(Boolean).join('; ') || null;
const tick = (value: boolean | null): string | null => (value === null ? null : value ? 'x' : 'Không');

type Filled = Readonly<Record<string, CellInput>>;

async function* householdRows({ session, opened }: Working, { villages, ethnicGroups, indicators }: Lists): AsyncGenerator<Filled> {
  for (let after = ''; ;) {
    const page = await pageOfHouseholds(session, after);
    for (const one of page) {
      opened.push({ household: one.id, member: null, part: 'Household.ethnicity', purpose: null });
      yield {
        code: one.code, village: villages.find(({ id }) => id === one.village)?.name ?? null, headName: one.headName, ethnicity: ethnicGroups.find(({ code }) => code === one.ethnicity)?.name ?? null,
        areaType: wordOf(areaWords, one.areaType), class: wordOf(classWords, one.class), exitRegisteredOn: one.exitRegisteredOn, expectedExitYear: one.expectedExitYear === null ? null : String(one.expectedExitYear),
        officer: one.officer, address: one.address, phone: one.phone, causes: wordsOf(causeWords, one.causes), groups: wordsOf(groupWords, one.groups), version: one.version,
        ...Object.fromEntries(indicators.map(({ code }) => [`lack:${code}`, one.lacks.includes(code) ? 'x' : null])),
      };
    }
    const last = page.at(-1);
    if (!last) return;
    after = last.code;
  }
}

async function* memberRows({ session, opened }: Working, { ethnicGroups }: Lists): AsyncGenerator<Filled> {
  for (let after = ''; ;) {
    const page = await pageOfMembers(session, after);
    for (const one of page) {
      opened.push({ household: one.household, member: one.id, part: 'Member.ethnicity', purpose: null });
      yield {
        code: one.code, fullName: one.name, birthDate: one.birthDate, birthYear: String(one.birthYear), sex: wordOf(sexWords, one.sex), relation: one.relation, ethnicity: ethnicGroups.find(({ code }) => code === one.ethnicity)?.name ?? null,
        residence: wordOf(residenceWords, one.residence), labour: wordOf(labourWords, one.labour), occupation: one.occupation, trained: wordOf(trainedWords, one.trained), attending: tick(one.attending),
        level: wordOf(levelWords, one.level), hasCard: tick(one.hasCard), cardTo: one.cardTo, version: one.version,
      };
    }
    const last = page.at(-1);
    if (!last) return;
    after = last.key;
  }
}

async function* placed(columns: readonly ColumnLine[], rows: AsyncIterable<Filled>): AsyncGenerator<CellInput[]> {
  for await (const row of rows) yield columns.map(({ key }) => row[key] ?? null);
}

function guide(kind: ImportKind, columns: readonly ColumnLine[]): SheetPlan {
  const lines = columns.filter(({ isHidden }) => !isHidden).map(({ header, isRequired, choices = [], kind: cell }): CellInput[] => [
    header, isRequired ? 'Phải có' : '',
    choices.length > 0 ? `Chọn một trong: ${choices.slice(0, 15).join('; ')}${choices.length > 15 ? '; …' : ''}` : cell === 'DATE' ? 'Ngày/tháng/năm, ví dụ 05/09/2026' : cell === 'WHOLE' ? 'Số nguyên' : 'Chữ',
  ]);
  return {
    name: guideSheet, columns: [{ header: 'Cột', kind: 'TEXT', width: 32 }, { header: 'Bắt buộc', kind: 'TEXT', width: 12 }, { header: 'Cách ghi', kind: 'TEXT', width: 90 }],
    titles: [`Mẫu “${kindNames[kind]}”: mỗi dòng một mục; không đổi dòng tiêu đề, không gộp ô, không dùng công thức.`, 'Ô để trống: giữ nguyên điều đã có trong hệ thống. Đổi phân loại phải kèm số và ngày quyết định. Nhiều mục trong một ô: ngăn bằng dấu chấm phẩy.'],
    rows: lines, isProtected: true,
  };
}

/** A workbook with the columns that the viewer may bring in, lists to choose from and a sheet that explains; filled, with the rows that are there. */
export async function makeImportTemplate(context: Working, { kind, filled }: ImportTemplateInput, selection: Selection): Promise<Answered> {
  const lists = await readLists(context.session, context.viewer, context.clock.today());
  const columns = columnsFor(context.policy, context.viewer, kind, lists).filter(({ isExtra }) => !isExtra);
  if (columns.length === 0) return refuse(context, [userError('BAD_INPUT', 'kind', 'Loại danh sách: chức vụ của bạn không nhập loại này. Chọn loại khác.')]);
  const source = filled && kind === ImportKind.HOUSEHOLDS ? householdRows(context, lists) : filled && kind === ImportKind.MEMBERS ? memberRows(context, lists) : null;
  const sheet: SheetPlan = {
    name: kindNames[kind],
    columns: columns.map(({ header, isRequired, kind: cell, width, choices, isHidden }) => ({ header: isRequired ? `${header} (*)` : header, kind: cell, ...(width && { width }), ...(isHidden && { isHidden }), ...(choices && { choices }) })),
    rows: source ? placed(columns, source) : [],
  };
  const id = await saveFile(context, { name: `${kindNames[kind]} - mẫu nhập.xlsx`, mediaType: workbookType, kind: 'IMPORT_TEMPLATE', write: stream => writeWorkbook(stream, [sheet, guide(kind, columns)]) });
  return { storedFile: await readBack<StoredFile>(context, storedFileAccess, selection, 'storedFile', id), userErrors: [], conflicts: [] } as Answered;
}
