import type { Selection } from '../access/selection.js';
import { answerRecorded, recordDated, type Recorded } from '../audit/dated-row.js';
import { Check, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, type Answered } from '../graphql/payload.js';
import { standardFigureAccess } from './standard.access.js';
import type { RecordStandardFigureInput } from './standard.input.js';
import { lockStandard, readStandards } from './standard.query.js';
import { problemsOf, type AreaCode } from './standard.rule.js';
import { figureOn, standardFrom, type FigureCode, type StoredFigure, type StoredStandard } from './standard.stored.js';

const operation = 'recordStandardFigure';
export const lastDay = '2100-12-31';
const byArea: ReadonlySet<string> = new Set(['INCOME_LINE', 'AVERAGE_TO', 'INCOME_POINTS']);
const most = 1_000_000_000;

type Said = Pick<StoredFigure, 'figure' | 'areaType' | 'value' | 'validFrom' | 'source' | 'note'>;

function read(input: RecordStandardFigureInput, { validFrom, validTo }: StoredStandard, check: Check): Said {
  const figure = input.figure as FigureCode, areaType = (input.areaType ?? null) as AreaCode | null;
  if (figure === 'AVERAGE_FROM') check.fail('figure', 'Mức dưới của mức sống trung bình đi ngay sau chuẩn thu nhập, hệ thống tự ghi. Chọn mức trên.');
  else if (byArea.has(figure) && areaType === null) check.fail('areaType', 'Khu vực: chọn nông thôn hoặc thành thị.');
  else if (!byArea.has(figure) && areaType !== null) check.fail('areaType', 'Khu vực: mức này chung cho cả hai khu vực, bỏ chọn khu vực.');
  if (!Number.isInteger(input.value)) check.fail('value', 'Mức: nhập số nguyên.');
  return {
    figure, areaType, value: check.whole('value', 'Mức', input.value, { least: 1, most }) ?? 0,
    validFrom: check.day('validFrom', 'Áp dụng từ ngày', input.validFrom, { from: validFrom, to: validTo ?? lastDay, required: true }) ?? validFrom,
    source: check.text('source', 'Căn cứ', input.source, { most: 300, required: true }) ?? '',
    note: check.text('note', 'Ghi chú', input.note, { most: 1000 }),
  };
}

/** Mức sống trung bình begins right above the income line, so a new line moves it, and a first upper end brings it. */
function derived(stored: StoredStandard, said: Said, check: Check): Said[] {
  const { figure, areaType, value, validFrom } = said;
  const from = figureOn(stored, 'AVERAGE_FROM', areaType, validFrom), line = figureOn(stored, 'INCOME_LINE', areaType, validFrom);
  const lower = (above: number): Said[] => [{ ...said, figure: 'AVERAGE_FROM', value: above + 1, note: 'Ngay trên chuẩn thu nhập.' }];
  if (figure === 'INCOME_LINE' && from) return lower(value);
  if (figure !== 'AVERAGE_TO' || from) return [];
  if (line) return lower(line.value);
  check.fail('figure', 'Mức sống trung bình: ghi chuẩn thu nhập của khu vực này trước.');
  return [];
}

/** The standard as it would stand, looked at on the first day and on every later one on which a number changes. */
function problemsWith(stored: StoredStandard, said: readonly Said[]): string[] {
  const [{ validFrom }] = said as [Said];
  const kept = stored.figures.filter(one => !said.some(row => row.figure === one.figure && row.areaType === one.areaType && row.validFrom === one.validFrom));
  const after: StoredStandard = { ...stored, figures: [...kept, ...said.map(row => ({ ...row, validTo: stored.validTo, provenance: 'ENTERED' as const }))] };
  const days = new Set([validFrom, ...after.figures.map(one => one.validFrom).filter(day => day > validFrom)]);
  return [...new Set([...days].flatMap(day => { const standard = standardFrom(after, day); return standard ? problemsOf(standard) : []; }))];
}

/** Records a number of a standard from a day on, with its source; nothing when the standard would contradict itself. */
export async function recordStandardFigure(context: Working, input: RecordStandardFigureInput, selection: Selection): Promise<Answered> {
  const check = new Check();
  if (!await lockStandard(context.session, input.standard)) return refuse(context, [notFound('standard', 'chuẩn nghèo')]);
  const stored = (await readStandards(context.session)).find(one => one.code === input.standard)!;
  const said = read(input, stored, check);
  const rows = check.failed ? [] : [said, ...derived(stored, said, check)];
  if (!check.failed) for (const message of problemsWith(stored, rows)) check.fail('value', message);
  if (check.failed) return refuse(context, check.errors);
  let first: Recorded | undefined;
  for (const { figure, areaType, value, validFrom, source, note } of rows) {
    const latest = figure === said.figure ? input.latest : await latestOf(context, stored.code, figure, areaType);
    const recorded = await recordDated(context, standardFigureAccess, operation,
      { of: { standard: stored.code, figure, areaType }, said: { value, source, provenance: 'ENTERED', note }, validFrom, validTo: stored.validTo, latest });
    first ??= recorded;
    if ('errors' in recorded) return answerRecorded(context, standardFigureAccess, selection, 'standardFigure', recorded);
  }
  return answerRecorded(context, standardFigureAccess, selection, 'standardFigure', first!);
}

async function latestOf({ session }: Working, standard: string, figure: FigureCode, areaType: AreaCode | null): Promise<string | null> {
  const [latest] = await session.read<{ id: string }>(
    'SELECT id::text FROM standard_figure WHERE standard = $1 AND figure = $2 AND area_type IS NOT DISTINCT FROM $3 AND replaced_on IS NULL ORDER BY valid_from DESC LIMIT 1', [standard, figure, areaType]);
  return latest?.id ?? null;
}
