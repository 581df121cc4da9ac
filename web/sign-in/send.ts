export interface SendResult<D> {
  data?: D;
  /** No answer came at all. */
  offline?: boolean;
  /** The server's words for a refused request, and the request's id. */
  message?: string;
  code?: string;
}

interface Answer<D> {
  data?: D | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
}

/** Sends a persisted operation by its hash. Never throws. */
export async function send<D>(operationName: string, document: object, variables: object, hat = ''): Promise<SendResult<D>> {
  const { hash } = document as { hash: string };
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...(hat && { 'x-hat': hat }) },
      body: JSON.stringify({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
    });
    const answer = (await response.json().catch(() => ({}))) as Answer<D>;
    const [error] = answer.errors ?? [];
    if (answer.data && !error) return { data: answer.data };
    const said = error?.extensions?.code === 'BAD_USER_INPUT' ? error.message : undefined;
    return { message: said, code: error?.extensions?.requestId };
  } catch {
    return { offline: true };
  }
}
