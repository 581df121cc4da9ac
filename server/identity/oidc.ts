import * as client from 'openid-client';
import type { Door } from '../database/session.js';
import {
  deleteLink, insertLink, insertRequest, insertTicket, selectByLogin, selectLinked, selectLinks, takeRequest, takeTicket, type LinkedIdentity,
} from './oidc.query.js';
import { hashOf, isToken, newToken } from './token.js';

/** As configured; `matchClaim` names a claim that is an account's login, where an administrator said that it may be. */
export interface ProviderSettings { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly label: string; readonly matchClaim?: string }

/** Why an answer was not taken, for the trail; the person is told one sentence whatever it was. */
export type ProviderRefusal = 'UNKNOWN_REQUEST' | 'BAD_ANSWER' | 'NOT_LINKED' | 'LINKED_BEFORE' | 'OTHER_PERSON' | 'NOT_HELD' | 'BLOCKED';
export type ProviderAnswer =
  | { readonly outcome: 'SIGN_IN'; readonly accountId: number }
  | { readonly outcome: 'LINKED' }
  | { readonly outcome: 'REFUSED'; readonly reason: ProviderRefusal; readonly accountId: number | null };

/** Signing in by an identity provider: authorization code with PKCE, state and nonce; accounts are found and never made. */
export interface Provider {
  readonly label: string;
  /** Where to send the browser, and the key it has to bring back. A `ticket` links an account; null when it is not good any more. */
  begin(redirectUri: string, ticket: string | null): Promise<{ readonly address: URL; readonly key: string } | null>;
  /** What the provider's answer at this address means; each key and each answer once. `signedIn` is whose session the browser carries. */
  finish(current: URL, key: string | null, signedIn: number | null): Promise<ProviderAnswer>;
  /** For begin, once, within a minute. */
  ticketFor(accountId: number): Promise<string>;
  linksOf(accountId: number): Promise<readonly LinkedIdentity[]>;
  unlink(accountId: number, id: number): Promise<boolean>;
}

const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

export function createProvider(source: Door['source'], { issuer, clientId, clientSecret, label, matchClaim }: ProviderSettings): Provider {
  let found: Promise<client.Configuration> | undefined;
  /** Read once from the issuer; after a failure asked for anew. */
  const provider = (): Promise<client.Configuration> => found ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined,
    // Not only what the connection vouches for: the token's own signature is checked with the issuer's keys.
    { timeout: 10, execute: [client.enableNonRepudiationChecks, ...(isLoopback(new URL(issuer)) ? [client.allowInsecureRequests] : [])] },
  ).catch(error => { found = undefined; throw error; });

  return {
    label,
    async begin(redirectUri, ticket) {
      const accountId = ticket === null ? null : isToken(ticket) ? await takeTicket(source, hashOf(ticket)) : null;
      if (ticket !== null && accountId === null) return null;
      const config = await provider(), key = newToken(), state = client.randomState(), nonce = client.randomNonce(), verifier = client.randomPKCECodeVerifier();
      await insertRequest(source, hashOf(key), { state, nonce, verifier, accountId });
      const challenge = await client.calculatePKCECodeChallenge(verifier);
      return { key, address: client.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope: 'openid profile email', code_challenge: challenge, code_challenge_method: 'S256', state, nonce }) };
    },
    async finish(current, key, signedIn) {
      const refused = (reason: ProviderRefusal, accountId: number | null = null): ProviderAnswer => ({ outcome: 'REFUSED', reason, accountId });
      const begun = key !== null && isToken(key) ? await takeRequest(source, hashOf(key)) : null;
      if (!begun) return refused('UNKNOWN_REQUEST');
      const claims = await client.authorizationCodeGrant(await provider(), current, { pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce, idTokenExpected: true })
        .then(tokens => tokens.claims(), () => undefined);
      if (!claims) return refused('BAD_ANSWER', begun.accountId);
      const { iss, sub } = claims, linked = await selectLinked(source, iss, sub);
      if (begun.accountId !== null) {
        // Whoever began must be here still: a ticket taken to another browser links nobody.
        if (signedIn !== begun.accountId) return refused('OTHER_PERSON', begun.accountId);
        return await insertLink(source, begun.accountId, iss, sub) ? { outcome: 'LINKED' } : refused('LINKED_BEFORE', begun.accountId);
      }
      const named = matchClaim === undefined || linked !== null ? null : claims[matchClaim];
      const isVouched = matchClaim !== 'email' || claims.email_verified === true;
      const accountId = linked ?? (typeof named === 'string' && isVouched ? await selectByLogin(source, named.toLowerCase()) : null);
      return accountId === null ? refused('NOT_LINKED') : { outcome: 'SIGN_IN', accountId };
    },
    async ticketFor(accountId) {
      const ticket = newToken();
      await insertTicket(source, hashOf(ticket), accountId);
      return ticket;
    },
    linksOf: accountId => selectLinks(source, accountId),
    unlink: (accountId, id) => deleteLink(source, accountId, id),
  };
}
