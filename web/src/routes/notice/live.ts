import type { DocumentNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { NoticeArrivedDocument, type NoticeArrivedSubscription, type NoticeLineFragment } from './notice.generated';

interface Heard {
  arrived: (notice: NoticeLineFragment) => void;
  /** The connection was away for a while: whatever came meanwhile is to be read. */
  missed: () => void;
}

/** Codes by which the server says that the session is over, the hat is another, or the request is none: trying again would not help. */
const final = new Set([4400, 4401, 4409]);
const hatChanged = 4409, longestWait = 60_000; // milliseconds

const codeOf = (event: unknown): number | undefined => (event as Partial<CloseEvent> | null)?.code;

/** Notices as they come, under the hat of this page; the connection is made anew as often as it breaks. Returns how to stop. */
export function listen(post: string, { arrived, missed }: Heard): () => void {
  const { hash } = NoticeArrivedDocument as DocumentNode & { hash?: string };
  const client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { hat: post },
    retryAttempts: Infinity,
    shouldRetry: (event) => !final.has(codeOf(event) ?? 0),
    // Everybody's connection breaks at once when the server is restarted; they do not come back at once.
    retryWait: (retries) => new Promise((done) => setTimeout(done, Math.min(longestWait, 1000 * 2 ** retries) * (0.5 + Math.random()))),
    on: {
      connected: (_socket, _payload, wasRetry) => { if (wasRetry) missed(); },
      // What is asked next is told so too, and the page follows.
      closed: (event) => { if (codeOf(event) === hatChanged) missed(); },
    },
  });
  client.subscribe<NoticeArrivedSubscription>({ query: '', extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, {
    next: ({ data }) => { if (data?.noticeArrived) arrived(data.noticeArrived); },
    error: () => {},
    complete: () => {},
  });
  return () => void client.dispose();
}
