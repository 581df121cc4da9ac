import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { text } from '../text/text';

export interface Failure {
  code: string;
  /** A sentence for the person who asked. */
  message: string;
  requestId?: string;
  /** What a FORBIDDEN answer names: the fields that were asked for and may not be. */
  fields: string[];
}

interface WireError {
  message?: string;
  extensions?: { code?: unknown; requestId?: unknown; fields?: unknown };
}

const sentences: Record<string, string | undefined> = {
  NETWORK: text.states.network,
  UNAVAILABLE: text.states.unavailable,
  FORBIDDEN: text.states.forbidden,
  BAD_USER_INPUT: text.states.badInput,
  GRAPHQL_VALIDATION_FAILED: text.states.badInput,
};

/** What went wrong, from any error of the client: GraphQL errors, an answer that is no GraphQL, or no answer. */
export function failureOf(error: unknown): Failure {
  const [first] = wireErrors(error);
  if (!first) return { code: 'NETWORK', message: text.states.network, fields: [] };
  const { code, requestId, fields } = first.extensions ?? {};
  const name = typeof code === 'string' ? code : 'INTERNAL';
  return {
    code: name,
    message: sentences[name] ?? text.states.failed,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    fields: Array.isArray(fields) ? fields.map(String) : [],
  };
}

function wireErrors(error: unknown): readonly WireError[] {
  if (CombinedGraphQLErrors.is(error)) return error.errors as readonly WireError[];
  if (!ServerError.is(error)) return [];
  try {
    const body = JSON.parse(error.bodyText) as { errors?: WireError[] };
    if (body.errors?.length) return body.errors;
  } catch {
    // A proxy answered with a page of its own; its status still says what kind of trouble it is.
  }
  return [{ extensions: { code: error.statusCode >= 502 ? 'UNAVAILABLE' : 'INTERNAL' } }];
}
