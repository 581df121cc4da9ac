import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isEnumType, isScalarType, type GraphQLObjectType } from 'graphql';
import type { PortalKind } from '../../server/access/portal-kind.js';
import { goldenMatrix, mayByHand, operationsByHand } from './golden.js';

/** What the server promises; made anew and compared in the checks of every change. */
export const promised = buildSchema(readFileSync('schema/schema.graphql', 'utf8'), { assumeValidSDL: true });

/** How an operation gets to a noun: `$` is where its fields go. Each step names the field it takes. */
const ways: Readonly<Record<string, { root: string; text: string; steps: readonly string[] }>> = (() => {
  const list = (root: string, noun: string) => ({ root: `Query.${root}`, text: `${root}(first: 1) { nodes { $ } }`, steps: [] as string[], noun });
  const plan = { root: 'Query.plan', text: 'plan(year: 2026) { $ }', steps: [] as string[], noun: 'Plan' };
  const classes = { root: 'Query.unitClasses', text: 'unitClasses { $ }', steps: [] as string[], noun: 'UnitClass' };
  const unit = { root: 'Query.unit', text: 'unit(code: "02869") { $ }', steps: [] as string[], noun: 'Unit' };
  const [tasks, assignments, households] = [list('tasks', 'Task'), list('assignments', 'Assignment'), list('households', 'Household')];
  type Way = typeof unit;
  const into = (way: Way, field: string, noun: string, args = ''): Way => ({ ...way, noun, text: way.text.replace('$', `${field}${args} { $ }`), steps: [...way.steps, `${way.noun}.${field}`] });
  const members = into(households, 'members', 'Member'), supports = into(households, 'supports', 'Support'), villages = into(unit, 'villages', 'Village'), entries = into(assignments, 'entries', 'ProgressEntry');
  const standards = { root: 'Query.standards', text: 'standards { $ }', steps: [] as string[], noun: 'PovertyStandard' };
  const sheets = { root: 'Query.scoreSheets', text: 'scoreSheets { $ }', steps: [] as string[], noun: 'ScoreSheet' };
  const purpose = '(purpose: REVIEW)', requests = list('unitRequests', 'UnitRequest');
  const reminders = list('reminders', 'Reminder');
  const all: Way[] = [
    into(households, 'classRecords', 'ClassRecord'), into(households, 'contact', 'HouseholdContact'), into(households, 'causes', 'PovertyCause'), into(households, 'needs', 'SupportNeed'),
    into(households, 'incomes', 'HouseholdIncome', purpose), into(households, 'merits', 'MeritRecord', purpose), into(households, 'sightRequests', 'SightRequest'), supports,
    into(members, 'labour', 'MemberLabour'), into(members, 'schooling', 'MemberSchooling'), into(members, 'insurance', 'MemberInsurance'), into(members, 'health', 'MemberHealth', purpose),
    into(supports, 'amount', 'SupportAmount'), into(supports, 'loan', 'SupportLoan', purpose), list('accessLogEntries', 'AccessLogEntry'), list('auditLines', 'AuditLine'),
    { root: 'Query.supportKinds', text: 'supportKinds { $ }', steps: [], noun: 'SupportKind' }, { root: 'Query.supervisions', text: 'supervisions { $ }', steps: [], noun: 'Supervision' },
    standards, into(standards, 'indicators', 'StandardIndicator'), into(standards, 'figures', 'StandardFigure'), sheets, into(sheets, 'items', 'ScoreItem'),
    { root: 'Query.deprivationIndicators', text: 'deprivationIndicators { $ }', steps: [], noun: 'DeprivationIndicator' },
    { root: 'Query.registryRules', text: 'registryRules { $ }', steps: [], noun: 'RegistryRule' },
    { root: 'Query.storedFile', text: 'storedFile(id: "00000000-0000-4000-8000-000000000000") { $ }', steps: [], noun: 'StoredFile' },
    list('importBatches', 'ImportBatch'), list('importRows', 'ImportRow'), list('columnMappings', 'ColumnMapping'), list('exportJobs', 'ExportJob'), list('notices', 'Notice'), reminders, into(reminders, 'items', 'ReminderItem'),
    { root: 'Query.savedFilters', text: 'savedFilters { $ }', steps: [], noun: 'SavedFilter' },
    plan, classes, unit, tasks, assignments, households, members,
    into(classes, 'members', 'UnitClassMember'), villages, into(villages, 'areaTypes', 'VillageAreaType'), into(unit, 'posts', 'Post'),
    into(plan, 'versions', 'PlanVersion'), into(plan, 'moneyLines', 'MoneyLine'), into(plan, 'notices', 'PlanNotice'), into(plan, 'reportingPeriods', 'ReportingPeriod'),
    into(plan, 'statusThresholds', 'StatusThreshold'), into(plan, 'groups', 'TaskGroup'), into(plan, 'targets', 'Target'), into(tasks, 'milestones', 'Milestone'), into(tasks, 'bindings', 'TaskBinding'),
    into(assignments, 'changes', 'AssignmentChange'), entries, into(entries, 'reasons', 'EntryReturn'), into(assignments, 'steps', 'EntryStep'), into(assignments, 'comments', 'Comment'), into(assignments, 'files', 'Attachment'), into(households, 'ethnicity', 'EthnicGroup'),
    into(members, 'identity', 'HouseholdIdentity', '(purpose: REVIEW)'), into(households, 'deprivations', 'Deprivation'), into(households, 'groups', 'HouseholdGroup'),
    requests, into(requests, 'steps', 'UnitRequestStep'), into(requests, 'answerDrafts', 'AnswerDraft'), { root: 'Query.unitRequestRules', text: 'unitRequestRules { $ }', steps: [], noun: 'UnitRequestRule' },
    into(households, 'pairings', 'Pairing'), into(households, 'sightReasons', 'SightReason'),
  ];
  return Object.fromEntries(all.map(({ noun, ...way }) => [noun, way]));
})();

export interface Asked { readonly selection: string; readonly paths: readonly string[] }

/** A field as a selection of its own, with what it needs below and beside it. */
export function asked(noun: string, field: string): Asked {
  const { type, args } = (promised.getType(noun) as GraphQLObjectType).getFields()[field]!;
  const named = getNamedType(type), given = args.some(a => a.name === 'purpose') ? '(purpose: REVIEW)' : args.some(a => a.name === 'first') ? '(first: 1)' : '';
  if (isScalarType(named) || isEnumType(named)) return { selection: `${field}${given}`, paths: [`${noun}.${field}`] };
  const inner = named.name === 'StandingCount' ? 'count' : named.name === 'LockedPart' ? 'part' : named.name === 'AuditChange' ? 'field' : named.name === 'AuditRefusal' ? 'code' : ['EthnicGroup', 'PovertyStandard', 'DeprivationIndicator', 'SupportKind'].includes(named.name) ? 'code' : 'id';
  return { selection: `${field}${given} { ${inner} }`, paths: [`${noun}.${field}`, ...(goldenMatrix.has(named.name) ? [`${named.name}.${inner}`] : [])] };
}

/** The operation that puts a selection in the noun's place. */
export const at = (noun: string, selection: string): string => ways[noun]!.text.replace('$', selection);

/** Of the paths that an operation takes to a field, those that the golden tables deny: the root field with what only carries its rows, then the fields. */
export function deniedOnTheWay(kind: PortalKind, noun: string, paths: readonly string[]): string[] {
  const { root, text, steps } = ways[noun]!, carrier = (promised.getQueryType()!.getFields()[root.replace('Query.', '')]!);
  const roots = operationsByHand.get(root)!.portals.includes(kind) ? [] : [root, ...(/^\w+\(first: 1\) \{ nodes/.test(text) ? [`${getNamedType(carrier.type).name}.nodes`] : [])];
  const fields = [...new Set([...steps, ...paths])].filter(path => { const [type = '', field = ''] = path.split('.'); return !mayByHand(kind, type, field, 'r'); });
  return [...roots, ...fields].sort();
}

export const nouns = Object.keys(ways);
