import type { Door } from '../database/session.js';
import type { Logger } from '../log.js';
import { addressSubject, blockedFor, countFailure, forgive, loginSubject } from './attempt.query.js';
import { coarse } from './device.js';
import type { Hat } from './hat.js';
import { hashPassword, isTooLong, passwordMetrics, passwordProblem, verifyPassword } from './password.js';
import {
  insertSignIn, replacePassword, revoke, rotate, selectCredentials, selectHats, selectViewer, selectViewerUnder,
} from './sign-in.query.js';
import { hashOf, isToken, newToken } from './token.js';
import { Turns } from './turns.js';
import type { Viewer } from './viewer.js';

export interface SignInRequest { readonly login: string; readonly password: string; readonly remoteAddress: string; readonly priorToken: string | null; readonly device: string | null }
export interface SignedIn { readonly token: string; readonly viewer: Viewer }
export type SignInResult = ({ readonly ok: true } & SignedIn)
  | { readonly ok: false; readonly code: 'SIGN_IN_FAILED' | 'BAD_INPUT' }
  | { readonly ok: false; readonly code: 'TRY_LATER'; readonly retryAfterSeconds: number };
export type ChangePasswordResult = { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: 'WRONG_PASSWORD' | 'SESSION_OVER' }
  | { readonly ok: false; readonly code: 'BAD_INPUT'; readonly message: string }
  | { readonly ok: false; readonly code: 'TRY_LATER'; readonly retryAfterSeconds: number };

/** Who is there, by password and token. A token is seen here and in the cookie only; the database has its hash. */
export interface Identity {
  /** One statement a request. Null for a token that is unknown, idle for 30 minutes, older than 12 hours or revoked, or whose account or post no longer holds. */
  findViewer(token: string | null): Promise<Viewer | null>;
  /** One password verification for whatever login; the same failure for a wrong password, an unknown login, a locked account and one without a post today. */
  signIn(request: SignInRequest): Promise<SignInResult>;
  /** Every tab that shares the token is signed out. */
  signOut(token: string): Promise<void>;
  /** A new token under the other post, the old one ended; null when the post is not the viewer's or not valid today. */
  switchHat(token: string, viewer: Viewer, postId: number): Promise<SignedIn | null>;
  /** A new token; every other sign-in of the account ends. Nothing changes unless ok. */
  changePassword(viewer: Viewer, token: string, current: string, next: string): Promise<ChangePasswordResult>;
  /** The hats valid today. */
  postsOf(accountId: number): Promise<readonly Hat[]>;
  readonly metrics: { readonly verifications: number };
}

/** What the table of accounts takes for a login; anything else is looked up as nobody's. */
const nobody = '';
const loginOf = (typed: string): string => {
  const login = typed.trim().toLowerCase();
  return /^[a-z0-9._-]{3,64}$/.test(login) ? login : nobody;
};

/** Works outside any session, as the application's own login, on the identity tables only. */
export function createIdentity({ source, clock, log }: Pick<Door, 'source' | 'clock'> & { readonly log: Logger }): Identity {
  // Attempts on one login, and those from one address, go one by one: a hundred sent at once are still counted as a hundred.
  const turns = new Turns();

  async function attempt(login: string, { password, remoteAddress, priorToken, device }: SignInRequest): Promise<SignInResult> {
    const byLogin = loginSubject(login), byAddress = addressSubject(remoteAddress);
    const seconds = await blockedFor(source, [byLogin, byAddress]);
    if (seconds !== null) {
      log.warn('sign-in blocked');
      return { ok: false, code: 'TRY_LATER', retryAfterSeconds: seconds };
    }
    const account = await selectCredentials(source, { login });
    const matches = await verifyPassword(account?.passwordHash ?? null, password);
    const viewer = account && matches ? await selectViewerUnder(source, account.accountId, null, clock.today()) : null;
    if (!viewer) {
      await countFailure(source, [byLogin, byAddress]);
      log.warn('sign-in failed');
      return { ok: false, code: 'SIGN_IN_FAILED' };
    }
    await forgive(source, byLogin, byAddress);
    const token = newToken();
    await insertSignIn(source, hashOf(token), viewer, isToken(priorToken) ? hashOf(priorToken) : null, { device, address: coarse(remoteAddress) });
    log.info({ portalKind: viewer.portalKind, unitCode: viewer.unitCode }, 'signed in');
    return { ok: true, token, viewer };
  }

  async function change(viewer: Viewer, token: string, current: string, next: string): Promise<ChangePasswordResult> {
    const account = await selectCredentials(source, { accountId: viewer.accountId });
    if (!account) return { ok: false, code: 'SESSION_OVER' };
    const byLogin = loginSubject(account.login);
    return turns.take(`login ${account.login}`, async () => {
      const seconds = await blockedFor(source, [byLogin]);
      if (seconds !== null) return { ok: false, code: 'TRY_LATER', retryAfterSeconds: seconds };
      if (!(await verifyPassword(account.passwordHash, current))) {
        await countFailure(source, [byLogin]);
        return { ok: false, code: 'WRONG_PASSWORD' };
      }
      const message = passwordProblem(next, current, account.login);
      if (message !== null) return { ok: false, code: 'BAD_INPUT', message };
      await forgive(source, byLogin, null);
      const renewed = newToken();
      const done = await replacePassword(source, account, await hashPassword(next), hashOf(token), hashOf(renewed));
      return done ? { ok: true, token: renewed } : { ok: false, code: 'SESSION_OVER' };
    });
  }

  return {
    findViewer: async token => (isToken(token) ? selectViewer(source, hashOf(token), clock.today()) : null),
    async signIn(request) {
      if (isTooLong(request.password)) return { ok: false, code: 'BAD_INPUT' };
      const login = loginOf(request.login);
      return turns.take(`address ${request.remoteAddress}`, () => turns.take(`login ${login}`, () => attempt(login, request)));
    },
    signOut: async token => (isToken(token) ? revoke(source, hashOf(token)) : undefined),
    async switchHat(token, { accountId }, postId) {
      const viewer = await selectViewerUnder(source, accountId, postId, clock.today());
      if (!viewer) return null;
      const renewed = newToken();
      return (await rotate(source, hashOf(token), hashOf(renewed), viewer)) ? { token: renewed, viewer } : null;
    },
    changePassword: async (viewer, token, current, next) => (isTooLong(current) ? { ok: false, code: 'WRONG_PASSWORD' } : change(viewer, token, current, next)),
    postsOf: accountId => selectHats(source, accountId, clock.today()),
    metrics: passwordMetrics,
  };
}
