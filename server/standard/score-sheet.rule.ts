/** Items that are answered together: one of them at the most where exclusive, at least one where required. */
export interface ScoreGroup { readonly group: string; readonly isExclusive: boolean; readonly isRequired: boolean }

export interface ScoreItem {
  readonly item: string;
  readonly name: string;
  readonly group: string;
  /** For the item when ticked, or for each one when counted. */
  readonly points: number;
  readonly isCounted: boolean;
}

/** One region's column of a form that scores income (TT 07/2021/TT-BLĐTBXH for the standard of 2022): form × region × item × points. */
export interface ScoreSheet {
  readonly code: string;
  readonly standard: string;
  readonly formVersion: string;
  readonly region: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Where the numbers come from, as the administrator who imported them states it. */
  readonly source: string;
  readonly groups: readonly ScoreGroup[];
  readonly items: readonly ScoreItem[];
}

/** By item code: ticked or not, or how many for an item that is counted. An item left out is not ticked. */
export type ScoreAnswers = ReadonlyMap<string, boolean | number>;

export interface CountedItem { readonly item: string; readonly name: string; readonly group: string; readonly count: number; readonly points: number }
export interface Score { readonly sheet: ScoreSheet; readonly points: number; readonly counted: readonly CountedItem[] }

export type AnswerFault = 'UNKNOWN_ITEM' | 'NOT_A_COUNT' | 'NOT_A_TICK' | 'TWO_OF_ONE' | 'GROUP_UNANSWERED';
/** Why answers give no score; `item` or `group` says where. */
export interface AnswerProblem { readonly fault: AnswerFault; readonly item: string | null; readonly group: string | null; readonly message: string }

export type ScoreResult = { readonly score: Score; readonly problems: readonly [] } | { readonly score: null; readonly problems: readonly AnswerProblem[] };

function problemOfItem(item: ScoreItem | undefined, code: string, answer: boolean | number): AnswerProblem | null {
  const problem = (fault: AnswerFault, message: string): AnswerProblem => ({ fault, item: code, group: item?.group ?? null, message });
  if (item === undefined) return problem('UNKNOWN_ITEM', `Phiếu không có mục ${code}; kiểm tra lại mã mục hoặc phiên bản phiếu.`);
  if (item.isCounted) {
    if (typeof answer === 'number' && Number.isSafeInteger(answer) && answer >= 0) return null;
    return problem('NOT_A_COUNT', `Mục ${code} (${item.name}) cần ghi số lượng là số nguyên từ 0.`);
  }
  return typeof answer === 'boolean' ? null : problem('NOT_A_TICK', `Mục ${code} (${item.name}) chỉ đánh dấu có hoặc không.`);
}

function problemOfGroup({ group, isExclusive, isRequired }: ScoreGroup, chosen: readonly CountedItem[]): AnswerProblem | null {
  const problem = (fault: AnswerFault, message: string): AnswerProblem => ({ fault, item: null, group, message });
  const own = chosen.filter(one => one.group === group);
  if (isExclusive && own.length > 1) return problem('TWO_OF_ONE', `Nhóm "${group}" chỉ chọn một mục; đang chọn ${own.map(one => `${one.item} (${one.name})`).join(', ')}.`);
  return isRequired && own.length === 0 ? problem('GROUP_UNANSWERED', `Nhóm "${group}" chưa có mục nào được chọn.`) : null;
}

/**
 * The income points of a household's answers and the items that counted, in the sheet's order. Every fault of the answers is
 * told at once and then there is no score: an unknown item, a count where a tick is due or the reverse, two items of an
 * exclusive group, a required group without an answer.
 */
export function scoreOf(sheet: ScoreSheet, answers: ScoreAnswers): ScoreResult {
  const items = new Map(sheet.items.map(item => [item.item, item]));
  const faulty = [...answers].flatMap(([code, answer]) => problemOfItem(items.get(code), code, answer) ?? []);
  const counted = sheet.items.flatMap(({ item, name, group, points }) => {
    const count = Number(answers.get(item) ?? 0);
    return count > 0 ? [{ item, name, group, count, points: points * count }] : [];
  });
  const problems = [...faulty, ...sheet.groups.flatMap(group => problemOfGroup(group, counted) ?? [])];
  if (problems.length > 0) return { score: null, problems };
  return { score: { sheet, points: counted.reduce((sum, one) => sum + one.points, 0), counted }, problems: [] };
}
