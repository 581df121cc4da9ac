import { toSignIn } from '../../graphql/client';
import { hatInUse, reportHatChanged } from '../../graphql/hat';
import { text } from '../../text/text';
import { query as words } from '../../text/vi-query';

export interface QueryProblem {
  message: string;
  line?: number;
  column?: number;
  fields: string[];
}
export interface QueryAnswer {
  data: unknown;
  problems: QueryProblem[];
  seconds: number;
  bytes: number;
}

interface WireError {
  message?: unknown;
  locations?: { line: number; column: number }[];
  extensions?: { code?: unknown; fields?: unknown };
}

/** The variables as typed, or a sentence that says what is wrong with them. */
export function readVariables(typed: string): { variables: Record<string, unknown> } | { problem: string } {
  if (typed.trim() === '') return { variables: {} };
  try {
    const value: unknown = JSON.parse(typed);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return { problem: words.variablesObject };
    return { variables: value as Record<string, unknown> };
  } catch {
    return { problem: words.badVariables };
  }
}

/**
 * Sends free text, never a stored operation, and keeps the answer out of the cache. Never throws for what the server or the
 * network says; an aborted run gives null. A session that ended or changed leaves the page as everywhere else.
 */
export async function runQuery(query: string, variables: Record<string, unknown>, signal: AbortSignal): Promise<QueryAnswer | null> {
  const started = performance.now();
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-hat': hatInUse() ?? '' },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    const body = await response.text();
    return answerOf(body, (performance.now() - started) / 1000);
  } catch {
    return signal.aborted ? null : { data: undefined, problems: [{ message: text.states.network, fields: [] }], seconds: 0, bytes: 0 };
  }
}

function answerOf(body: string, seconds: number): QueryAnswer {
  const measured = { seconds, bytes: new Blob([body]).size };
  try {
    const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: WireError[] };
    leaveIfAsked(errors[0]?.extensions?.code);
    return { data: data ?? undefined, problems: errors.map(problemOf), ...measured };
  } catch {
    return { data: undefined, problems: [{ message: text.states.unavailable, fields: [] }], ...measured };
  }
}

function problemOf({ message, locations, extensions }: WireError): QueryProblem {
  const [place] = locations ?? [];
  const fields = Array.isArray(extensions?.fields) ? extensions.fields.map(String) : [];
  return { message: typeof message === 'string' ? message : text.states.failed, line: place?.line, column: place?.column, fields };
}

function leaveIfAsked(code: unknown): void {
  if (code === 'UNAUTHENTICATED') toSignIn('het-phien');
  if (code === 'MUST_CHANGE_PASSWORD') toSignIn('doi-mat-khau');
  if (code === 'HAT_CHANGED') reportHatChanged();
}
