import { readFileSync } from 'node:fs';

/** A unit or a class of units that a clause binds; "liên quan" (isConcerned) is a proposal that binds nobody yet. */
export interface PlanBinding { readonly unit?: string; readonly class?: string; readonly isConcerned?: boolean }

/** Whom a lead serves by its clause. */
export interface PlanService {
  readonly cause: string; readonly key: string; readonly classes: readonly string[] | null;
  readonly memberMinAge: number | null; readonly memberMaxAge: number | null;
  /** The body issues papers to those it serves, as BHXH the insurance card. */
  readonly opensPapers?: boolean;
}
export interface PlanLead extends PlanBinding { readonly part: string | null; readonly services: readonly PlanService[] }

interface PlanMilestone { readonly no: number; readonly kind: string; readonly label: string; readonly stated: string; readonly dueDay: string; readonly lateRule: string }
interface PlanTarget {
  readonly code: string; readonly name: string; readonly operator: string; readonly value: number | null; readonly unitOfMeasure: string;
  readonly populationClasses: readonly string[]; readonly population: string | null; readonly clause: string; readonly owner: string;
  readonly conflictsWith: string | null; readonly note: string | null;
}
export interface PlanTask {
  readonly code: string; readonly kind: string; readonly group: string; readonly title: string; readonly product: string | null;
  readonly population: string | null; readonly summary: string | null; readonly conflictNote: string | null;
  readonly leads: readonly PlanLead[]; readonly coordinators: readonly PlanBinding[];
  readonly milestones: readonly PlanMilestone[]; readonly targets: readonly PlanTarget[];
}
export interface PlanFile {
  readonly plan: { readonly year: number; readonly name: string; readonly startsOn: string; readonly endsOn: string };
  readonly versions: readonly { readonly no: number; readonly state: string; readonly number: string | null; readonly day: string | null; readonly signer: string | null; readonly note: string | null }[];
  readonly money: readonly { readonly code: string; readonly name: string; readonly partOf: string | null; readonly statedBillion: number; readonly clause: string }[];
  readonly groups: readonly { readonly no: number; readonly code: string; readonly title: string }[];
  readonly tasks: readonly PlanTask[];
  readonly planTargets: readonly PlanTarget[];
  readonly reportingPeriods: readonly { readonly code: string; readonly name: string; readonly dueDay: string; readonly secretariatDueDay: string }[];
  readonly notices: readonly { readonly code: string; readonly text: string; readonly clauses: readonly string[] }[];
}

/** The day from which the plan's assignments bind. */
export const planDay = '2026-03-31';

/** The plan of 2026 as data; read from the working folder, as the migrations are. */
export const readPlanFile = (): PlanFile => JSON.parse(readFileSync('server/plan/data/plan-2026.json', 'utf8')) as PlanFile;
