import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import type { DocumentNode } from 'graphql';
import { failureOf } from './failure';
import { hatInUse, reportHatChanged } from './hat';

/** Sends the hash that the code generator wrote into the document, never its text. */
const persisted = new PersistedQueryLink({
  generateHash: (document: DocumentNode) => {
    const { hash } = document as DocumentNode & { hash?: string };
    if (!hash) throw new Error('a document without a hash; run the code generator');
    return hash;
  },
  disable: () => false,
  retry: () => false,
});

/** Names the post that this page was made for. The server compares it with the session's and never selects by it. */
const hat = new ApolloLink((operation, forward) => {
  const post = hatInUse();
  if (post) {
    operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({ headers: { ...headers, 'x-hat': post } }));
  }
  return forward(operation);
});

/** Answers that end the page whatever was asked: no session, another hat, a password still to be changed. */
const session = new ErrorLink(({ error }) => {
  switch (failureOf(error).code) {
    case 'UNAUTHENTICATED':
      return toSignIn('het-phien');
    case 'MUST_CHANGE_PASSWORD':
      return toSignIn('doi-mat-khau');
    case 'MUST_SET_UP_SECOND_FACTOR':
      return toSecondFactor();
    case 'HAT_CHANGED':
      return reportHatChanged();
  }
});

/** Nothing is sent but the operation: no name or version of the client's library. */
const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin', enhancedClientAwareness: { transport: false } });

/** One cache in memory only: nothing that was read outlives the page, a change of hat or signing out. */
export const client = new ApolloClient({
  link: ApolloLink.from([session, hat, persisted, http]),
  cache: new InMemoryCache({
    typePolicies: {
      Viewer: { keyFields: [] },
      PermissionNoun: { keyFields: ['noun'] },
      PermissionLine: { keyFields: false },
      EthnicGroup: { keyFields: ['code'] },
    },
  }),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
});

/** Leaves for the one page that stands open until a second factor has been set up. */
function toSecondFactor(): void {
  const [, portal] = /^(\/cong\/[^/]+)/.exec(location.pathname) ?? [];
  const page = `${portal ?? '/cong'}/tai-khoan/xac-thuc`;
  if (portal && location.pathname !== page) location.replace(page);
}

/** Leaves for the sign-in page, which comes back to the present address. */
export function toSignIn(why: 'het-phien' | 'doi-mat-khau' | 'dang-xuat'): void {
  const back = why === 'dang-xuat' ? '' : `&tiep=${encodeURIComponent(location.pathname + location.search)}`;
  location.assign(`/dang-nhap?ly-do=${why}${back}`);
}
