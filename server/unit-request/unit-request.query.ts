import { isId } from '../database/condition.js';
import { over } from '../database/projection.js';
import type { Session } from '../database/session.js';
import { daysHeld, daysOver, isOverdue } from './unit-request.clock.js';
import type { RequestDebt, RequestKind } from './unit-request.entity.js';

export interface StoredRequest {
  readonly id: string; readonly version: number; readonly kind: string; readonly number: string | null; readonly unit: number; readonly toUnit: number; readonly state: string; readonly isOpen: boolean;
  readonly assignment: number | null; readonly dueDay: string | null; readonly answer: string | null; readonly grantedDay: string | null; readonly reopenedOn: string | null;
}

/** The request, if the viewer may read it. */
export async function findRequest(session: Session, id: string): Promise<StoredRequest | null> {
  return isId('uuid', id) ? (await session.read<StoredRequest>(`SELECT id, version, kind, number, unit_id AS unit, to_unit_id AS "toUnit", state, is_open AS "isOpen", assignment_id AS assignment,
    due_day::text AS "dueDay", answer, granted_day::text AS "grantedDay", reopened_on::text AS "reopenedOn" FROM unit_request WHERE id = $1`, [id]))[0] ?? null : null;
}

export interface Step { readonly act: 'SENT' | 'FORWARDED' | 'REOPENED' | 'ANSWERED' | 'DECLINED' | 'WITHDRAWN'; readonly words?: string | null; readonly target?: number; readonly granted?: string | null }

/** Takes a step, on today's day, if it is the viewer's unit's to take and nobody changed the request since that version; false when nothing was changed. */
export async function takeStep(session: Session, { id, version }: { id: string; version: number }, { act, words = null, target, granted = null }: Step): Promise<boolean> {
  return (await session.read<{ taken: boolean }>('SELECT move_unit_request($1, $2, $3, $4, $5, $6) AS taken', [id, version, act, words, target ?? null, granted]))[0].taken;
}

export interface Span { readonly days: number; readonly countsWorkingDays: boolean; readonly earliest: string; readonly latest: string }

/** The days between which an answer to what is sent today may be due, by the rule in force; null when there is none. */
export async function answerSpan(session: Session, kind: RequestKind | string): Promise<Span | null> {
  return (await session.read<Span>(`SELECT days, counts_working_days AS "countsWorkingDays", unit_request_due(kind, (SELECT today()))::text AS earliest,
      greatest((SELECT today()) + most_days, unit_request_due(kind, (SELECT today())))::text AS latest
    FROM unit_request_rule WHERE kind = $1 AND valid_from <= (SELECT today()) AND (valid_to IS NULL OR valid_to >= (SELECT today())) ORDER BY valid_from DESC LIMIT 1`, [kind]))[0] ?? null;
}

/** The unit, if it is in force today. */
export async function unitInForce(session: Session, id: number): Promise<{ id: number; kind: string } | null> {
  return (await session.read<{ id: number; kind: string }>('SELECT id, kind FROM unit WHERE id = $1 AND valid_from <= (SELECT today()) AND (valid_to IS NULL OR valid_to >= (SELECT today()))', [id]))[0] ?? null;
}

export interface OwnAssignment { readonly id: number; readonly task: number; readonly due: string | null; readonly isDone: boolean; /** The last day to which it can be extended. */ readonly reach: string }

const reach = '(SELECT least(p.ends_on, a.valid_to)::text FROM task t JOIN plan p ON p.id = t.plan_id WHERE t.id = a.task_id) AS reach';

/** The last day of the plan, or of the assignment where that ends before: no work of it is done later. Null where the viewer does not see the assignment. */
export async function extensionReach(session: Session, assignment: number): Promise<string | null> {
  return (await session.read<{ reach: string }>(`SELECT ${reach} FROM assignment a WHERE a.id = $1`, [assignment]))[0]?.reach ?? null;
}

/** The assignment, if it is the unit's own and binds it today, with the day that holds now. */
export async function ownAssignment(session: Session, id: number, unit: number): Promise<OwnAssignment | null> {
  return (await session.read<OwnAssignment>(`SELECT id, task_id AS task, coalesce(extended_to, due_day)::text AS due, done_on IS NOT NULL AS "isDone", ${reach} FROM assignment a
    WHERE id = $1 AND unit_id = $2 AND confirmed_on IS NOT NULL AND (valid_to IS NULL OR valid_to >= (SELECT today()))`, [id, unit]))[0] ?? null;
}

export async function seesTask(session: Session, id: number): Promise<boolean> {
  return (await session.read('SELECT FROM task WHERE id = $1', [id])).length > 0;
}

export interface StoredDraft { readonly id: string; readonly version: number }

/** The own unit's answer in the making. */
export async function findDraft(session: Session, request: string): Promise<StoredDraft | null> {
  return (await session.read<StoredDraft>('SELECT id, version FROM answer_draft WHERE request_id = $1', [request]))[0] ?? null;
}

/** Of the open requests that the viewer sees: how many lie with each unit, the most overdue unit first; the secretariat's own stand among them. */
export function debts(session: Session): Promise<RequestDebt[]> {
  return session.read<RequestDebt>(`SELECT u.id AS "unitId", u.code AS "unitCode", u.short_name AS "unitName", u.kind = 'secretariat' AS "isSecretariat", d.open, d.overdue, d.oldest AS "oldestDays", d.over AS "mostDaysOver"
    FROM (SELECT r.to_unit_id, count(*)::int AS open, count(*) FILTER (WHERE ${over(isOverdue, 'r')})::int AS overdue, max(${over(daysHeld, 'r')}) AS oldest, coalesce(max(${over(daysOver, 'r')}), 0) AS over
            FROM unit_request r WHERE r.is_open GROUP BY 1) d JOIN unit u ON u.id = d.to_unit_id
   ORDER BY d.over DESC, d.oldest DESC, u.code`);
}
