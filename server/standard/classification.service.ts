import { badInput } from '../access/guard.js';
import type { Working } from '../graphql/context.js';
import type { ClassificationArguments, HouseholdClassification, StandardClassification } from './classification.entity.js';
import { readHouseholdSurvey } from './classification.query.js';
import { explain } from './explanation.rule.js';
import { sentenceOf, sentencesOf } from './explanation.text.js';
import { methodInForce, type MethodInForce } from './method.rule.js';
import { readSheets, readStandards } from './standard.query.js';
import { standardFrom } from './standard.stored.js';
import type { AreaCode, Standard } from './standard.rule.js';
import { classifyUnder, type Survey, type SurveyResult } from './survey.rule.js';

const most = 1_000_000_000;

/** The standards as they stand today, with how income is judged under each in villages of the area. */
interface Law { readonly standards: readonly Standard[]; readonly incomplete: ReadonlySet<string>; readonly methods: ReadonlyMap<string, MethodInForce> }

async function readLaw({ session, clock }: Working, areaType: AreaCode): Promise<Law> {
  const day = clock.today();
  const stored = await readStandards(session);
  const sheets = (await readSheets(session)).filter(one => one.areas.includes(areaType));
  const standards = stored.flatMap(one => standardFrom(one, day) ?? []);
  const complete = new Set(standards.map(one => one.code));
  return { standards, incomplete: new Set(stored.map(one => one.code).filter(code => !complete.has(code))), methods: new Map(standards.map(one => [one.code, methodInForce(one, sheets, day)])) };
}

function asked({ standards, incomplete }: Law, codes: readonly string[] | null | undefined): Standard[] {
  if (!codes) return [...standards];
  return [...new Set(codes)].map(code => {
    const found = standards.find(one => one.code === code);
    if (found) return found;
    throw badInput(incomplete.has(code) ? `Chuẩn ${code} chưa ghi đủ các mức để phân loại.` : `Không có chuẩn nghèo ${code}.`);
  });
}

/** Refuses what no survey can have found: throws 400 with what to mend. */
function requirePlausible({ standards, methods }: Law, chosen: readonly Standard[], { incomePerHead, incomePoints, answers }: Survey): void {
  if (incomePerHead !== null && !(Number.isInteger(incomePerHead) && incomePerHead >= 0 && incomePerHead <= most)) throw badInput('Thu nhập bình quân đầu người phải là số nguyên đồng từ 0 đến 1.000.000.000.');
  for (const [code, points] of incomePoints) {
    const method = methods.get(code);
    if (!method || !chosen.some(one => one.code === code)) throw badInput(`Điểm thu nhập ghi cho chuẩn ${code} không nằm trong các chuẩn cần phân loại.`);
    if (method.method === 'INCOME') throw badInput(`Chuẩn ${code} chưa nhận điểm thu nhập. ${method.message}`);
    if (points < 0 || points > 10_000) throw badInput('Điểm thu nhập phải từ 0 đến 10.000.');
  }
  const known = new Set(standards.flatMap(one => one.indicators.map(indicator => indicator.code)));
  const unknown = [...answers.keys()].filter(code => !known.has(code));
  if (unknown.length > 0) throw badInput(`Không có chỉ số thiếu hụt ${unknown.join(', ')}.`);
}

function told({ methods }: Law, { standard, classification, leftOut, unanswered, mayBePoor }: SurveyResult): StandardClassification {
  const { method, reason, message } = methods.get(standard.code)!;
  return {
    standard: standard.code, standardName: standard.name, class: classification?.class ?? null, methodUsed: classification?.income.method ?? null,
    method, methodReason: reason, methodMessage: message,
    steps: classification ? explain(classification).map(step => ({ ...step, thresholds: [...step.thresholds], sentence: sentenceOf(step, classification) })) : [],
    sentences: classification ? sentencesOf(classification) : [],
    unanswered: [...unanswered], leftOut: [...leftOut], mayBePoor,
  };
}

/** One survey under every standard asked for. Reads the standards and nothing of any household; throws 400 for what no survey can have found. */
export async function classifySurvey(context: Working, args: ClassificationArguments): Promise<StandardClassification[]> {
  const law = await readLaw(context, args.areaType);
  const answers = new Map(args.answers.map(({ indicator, deprived }) => [indicator, deprived]));
  if (answers.size < args.answers.length) throw badInput('Mỗi chỉ số thiếu hụt chỉ trả lời một lần.');
  const incomePoints = new Map((args.incomePoints ?? []).map(({ standard, points }) => [standard, points]));
  if (incomePoints.size < (args.incomePoints ?? []).length) throw badInput('Mỗi chuẩn nghèo chỉ ghi điểm thu nhập một lần.');
  const survey: Survey = { areaType: args.areaType, incomePerHead: args.incomePerHead ?? null, incomePoints, answers };
  const chosen = asked(law, args.standards);
  requirePlausible(law, chosen, survey);
  return classifyUnder(chosen, survey).map(result => told(law, result));
}

/**
 * A household under every standard, from its latest income and open deprivations; the opening of its income is logged. Null for a household
 * that is not the viewer's as for a random id, and for a post that may not open incomes.
 */
export async function classifyHousehold(context: Working, id: string, purpose: string): Promise<HouseholdClassification | null> {
  if (!context.viewer.sensitiveNouns.includes('HouseholdIncome')) return null;
  const found = await readHouseholdSurvey(context.session, id);
  if (!found) return null;
  context.opened.push({ household: id, member: null, part: 'HouseholdIncome', purpose });
  const law = await readLaw(context, found.areaType);
  // What the registry holds of a surveyed standard is all of it: an indicator without an open row is one in which the household is not deprived.
  const surveyed = law.standards.filter(one => found.surveyed.includes(one.code)).flatMap(one => one.indicators.map(indicator => indicator.code));
  const answers = new Map(surveyed.map(code => [code, false]));
  for (const code of found.deprived) answers.set(code, true);
  const incomePoints = new Map(Object.entries(found.incomePoints).filter(([code]) => law.methods.get(code)?.method === 'POINTS'));
  const survey: Survey = { areaType: found.areaType, incomePerHead: found.incomePerHead, incomePoints, answers };
  return { areaType: found.areaType, incomeAsOf: found.incomeAsOf, results: classifyUnder(law.standards, survey).map(result => told(law, result)) };
}
