import { refused } from './unchanged.js';
import type { Answer, Client, World } from './world.js';

/** Runs one write; `selection` is the payload's own field, as "household { code }". */
export const write = (client: Client, operation: string, input: object, selection = ''): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { ${selection} userErrors { code field message } conflicts { field yours current } } }`, { input });

interface Payload { readonly userErrors: readonly { readonly code: string; readonly field: string | null; readonly message: string }[] }

const payloadOf = ({ data, errors }: Answer): Payload => {
  if (!data) throw new Error(`no answer: ${JSON.stringify(errors)}`);
  return Object.values(data as Record<string, Payload>)[0]!;
};

/** Why nothing was saved: code and field of each error. */
export const errorsOf = (answer: Answer): string[] => payloadOf(answer).userErrors.map(({ code, field }) => `${code} ${field}`);
export const messagesOf = (answer: Answer): string[] => payloadOf(answer).userErrors.map(({ message }) => message);

/** Runs a write that is to be refused, asserts that no table changed, and says why it was refused. */
export async function refusal(world: World, client: Client, operation: string, input: object): Promise<string[]> {
  const { answer } = await refused(world, () => write(client, operation, input));
  return answer.errors ? [`${answer.status} ${answer.errors[0]!.extensions.code}`] : errorsOf(answer);
}

/** The audit lines of a row, oldest first. */
export async function trailOf({ admin }: World, id: string): Promise<{ operation: string; noun: string; before: unknown; after: unknown }[]> {
  return (await admin.query("SELECT operation, noun, before, after FROM audit_line WHERE row_id = $1 AND outcome = 'DONE' ORDER BY id", [id])).rows;
}
