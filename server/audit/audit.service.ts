import type { ExecutionResult } from 'graphql';
import type { Door } from '../database/session.js';
import type { Context, Working } from '../graphql/context.js';
import { insertChange, insertRefusal, type Change } from './audit.query.js';

/** The line of a write, and its word to the outbox, in the writing transaction: if the one is kept, so are the others. */
export const auditWrite = (context: Pick<Working, 'session' | 'viewer' | 'requestId'>, change: Change): Promise<void> => insertChange(context, change);

/** The line of a denied attempt. Values are left out: they may be what was denied. */
export const auditDenied = (source: Door['source'], context: Context, operation: string, detail: object): Promise<void> =>
  insertRefusal(source, context, operation, detail);

type Payloads = Readonly<Record<string, { readonly userErrors?: readonly { readonly code: string; readonly field?: string | null }[] } | null>>;

/** A mutation that answered with userErrors or failed has its line too. */
export async function auditRefusal(source: Door['source'], context: Context, { data, errors }: ExecutionResult): Promise<void> {
  for (const [key, payload] of Object.entries((data ?? {}) as Payloads)) {
    // By its own word, whatever of the errors the client asked for; signing in says it in the answer only.
    const refused = context.refused.length > 0 ? context.refused : payload?.userErrors ?? [];
    const operation = context.selections.get(key)?.field.name ?? key;
    if (refused.length > 0) await insertRefusal(source, context, operation, { userErrors: refused.map(({ code, field = null }) => ({ code, field })) });
  }
  if (errors?.length) {
    const operation = [...context.selections.values()].map(selection => selection.field.name).join(' ');
    await insertRefusal(source, context, operation, { errors: errors.map(error => error.extensions.code ?? 'INTERNAL') });
  }
}
