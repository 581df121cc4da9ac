import type { Door } from '../database/session.js';
import type { Logger } from '../log.js';
import { addressSubject, blockedFor, countFailure, forgive, loginSubject } from './attempt.query.js';
import { coarse } from './device.js';
import type { Hat } from './hat.js';
import { createProvider, type Provider, type ProviderSettings } from './oidc.js';
import { hashPassword, isTooLong, passwordMetrics, passwordProblem, verifyPassword } from './password.js';
import {
  insertSignIn, replacePassword, revoke, rotate, selectCredentials, selectHats, selectListener, selectViewer, selectViewerUnder,
} from './sign-in.query.js';
import type { SecretBox } from './secret-box.js';
import { hashOf, isToken, newToken } from './token.js';
import { createSecondFactor, type FactorState, type Setup } from './totp.js';
import { deleteFactor, insertHalf, selectHalf, takeHalf } from './totp.query.js';
import { Turns } from './turns.js';
import type { Viewer } from './viewer.js';

/** Whence somebody comes, what was signed in there before, and on what. */
export interface Coming { readonly remoteAddress: string; readonly priorToken: string | null; readonly device: string | null }
export interface SignInRequest extends Coming { readonly login: string; readonly password: string }
export interface SignedIn { readonly token: string; readonly viewer: Viewer }
export type SignInResult = ({ readonly ok: true } & SignedIn)
  | { readonly ok: false; readonly code: 'SIGN_IN_FAILED' | 'BAD_INPUT' }
  | { readonly ok: false; readonly code: 'TRY_LATER'; readonly retryAfterSeconds: number };
/** The password was right; the code of the second factor is owed under this token. */
export interface CodeWanted { readonly ok: false; readonly code: 'CODE_WANTED'; readonly codeToken: string }
export interface CodeRequest extends Coming { readonly codeToken: string; readonly code: string }
/** What a signed-in person did to the own second factor. */
export type FactorResult<T> = ({ readonly ok: true } & T)
  | { readonly ok: false; readonly code: 'WRONG' | 'NOT_NOW' | 'SESSION_OVER' }
  | { readonly ok: false; readonly code: 'TRY_LATER'; readonly retryAfterSeconds: number };
export type ChangePasswordResult = { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: 'WRONG_PASSWORD' | 'SESSION_OVER' }
  | { readonly ok: false; readonly code: 'BAD_INPUT'; readonly message: string }
  | { readonly ok: false; readonly code: 'TRY_LATER'; readonly retryAfterSeconds: number };

/** Who is there, by password and token. A token is seen here and in the cookie only; the database has its hash. */
export interface Identity {
  /** One statement a request. Null for a token that is unknown, idle for 30 minutes, older than 12 hours or revoked, or whose account or post no longer holds. */
  findViewer(token: string | null): Promise<Viewer | null>;
  /** The same for who only listens, by the very rules; it does not count as something done. */
  lookAgain(token: string): Promise<Viewer | null>;
  /** A person under a hat as of today, without a sign-in: for what the system does on their behalf. Null when locked or not theirs. */
  viewerUnder(accountId: number, postId: number): Promise<Viewer | null>;
  /** One password verification for whatever login; the same failure for a wrong password, an unknown login, a locked account and one without a post today. */
  signIn(request: SignInRequest): Promise<SignInResult | CodeWanted>;
  /** The second half of a sign-in: the same failure for a wrong code, one used before, and a token that is unknown, used or over. No password is verified. */
  signInByCode(request: CodeRequest): Promise<SignInResult>;
  /** The identity provider, where one is configured. */
  readonly provider: Provider | null;
  /** For whom the provider vouches; an account with a second factor still owes its code. Null for a locked account and one without a post today. */
  signInAs(accountId: number, coming: Coming): Promise<({ readonly ok: true } & SignedIn) | CodeWanted | null>;
  /** Whether this address failed too often, and one failure more of it. */
  isBlocked(remoteAddress: string): Promise<boolean>;
  countFailureFrom(remoteAddress: string): Promise<void>;
  /** The caller's second factor. */
  factorOf(accountId: number): Promise<FactorState>;
  beginFactor(viewer: Viewer, password: string): Promise<FactorResult<{ readonly setup: Setup }>>;
  confirmFactor(viewer: Viewer, code: string): Promise<FactorResult<{ readonly recoveryCodes: readonly string[] }>>;
  provePassword(viewer: Viewer, password: string): Promise<FactorResult<object>>;
  removeFactor(viewer: Viewer, password: string, code: string): Promise<FactorResult<object>>;
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
export function createIdentity({ source, clock, log, box, provider }: Pick<Door, 'source' | 'clock'> & { readonly log: Logger; readonly box: SecretBox; readonly provider?: ProviderSettings }): Identity {
  const factor = createSecondFactor(source, box);
  // Attempts on one login, and those from one address, go one by one: a hundred sent at once are still counted as a hundred.
  const turns = new Turns();

  async function attempt(login: string, request: SignInRequest): Promise<SignInResult | CodeWanted> {
    const { password, remoteAddress } = request;
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
    // Failures are not forgiven where a code is owed: whoever knows the password alone would have the codes to try without end.
    const owed = await codeOwed(viewer);
    if (owed) return owed;
    await forgive(source, byLogin, byAddress);
    return enter(viewer, request);
  }

  async function codeOwed({ accountId }: Viewer): Promise<CodeWanted | null> {
    if (!(await factor.stateOf(accountId)).isOn) return null;
    const codeToken = newToken();
    await insertHalf(source, hashOf(codeToken), accountId);
    return { ok: false, code: 'CODE_WANTED', codeToken };
  }

  async function enter(viewer: Viewer, { priorToken, device, remoteAddress }: Coming): Promise<{ readonly ok: true } & SignedIn> {
    const token = newToken();
    await insertSignIn(source, hashOf(token), viewer, isToken(priorToken) ? hashOf(priorToken) : null, { device, address: coarse(remoteAddress) });
    log.info({ portalKind: viewer.portalKind, unitCode: viewer.unitCode }, 'signed in');
    return { ok: true, token, viewer };
  }

  async function attemptCode(request: CodeRequest): Promise<SignInResult> {
    const { codeToken, code, remoteAddress } = request;
    const half = isToken(codeToken) ? await selectHalf(source, hashOf(codeToken)) : null;
    const byAddress = addressSubject(remoteAddress), byLogin = loginSubject(half?.login ?? nobody);
    const counted = half ? [byLogin, byAddress] : [byAddress];
    return turns.take(`login ${half?.login ?? nobody}`, async () => {
      const seconds = await blockedFor(source, counted);
      if (seconds !== null) return { ok: false, code: 'TRY_LATER', retryAfterSeconds: seconds };
      const isRight = half !== null && await factor.take(half.accountId, code) && await takeHalf(source, hashOf(codeToken));
      const viewer = isRight ? await selectViewerUnder(source, half.accountId, null, clock.today()) : null;
      if (viewer) {
        await forgive(source, byLogin, byAddress);
        return enter(viewer, request);
      }
      await countFailure(source, counted);
      log.warn('sign-in failed');
      return { ok: false, code: 'SIGN_IN_FAILED' };
    });
  }

  /** Something that wants the viewer's password or code again: judged one by one, wrong ones counted as at signing in. */
  async function proved<T>(viewer: Viewer, password: string | null, work: (login: string) => Promise<FactorResult<T>>): Promise<FactorResult<T>> {
    const account = await selectCredentials(source, { accountId: viewer.accountId });
    if (!account) return { ok: false, code: 'SESSION_OVER' };
    const byLogin = loginSubject(account.login);
    return turns.take(`login ${account.login}`, async () => {
      const seconds = await blockedFor(source, [byLogin]);
      if (seconds !== null) return { ok: false, code: 'TRY_LATER', retryAfterSeconds: seconds };
      const isRight = password === null || (!isTooLong(password) && await verifyPassword(account.passwordHash, password));
      const result: FactorResult<T> = isRight ? await work(account.login) : { ok: false, code: 'WRONG' };
      if (!result.ok && result.code === 'WRONG') await countFailure(source, [byLogin]);
      return result;
    });
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
    lookAgain: token => selectListener(source, hashOf(token), clock.today()),
    viewerUnder: (accountId, postId) => selectViewerUnder(source, accountId, postId, clock.today()),
    async signIn(request) {
      if (isTooLong(request.password)) return { ok: false, code: 'BAD_INPUT' };
      const login = loginOf(request.login);
      return turns.take(`address ${request.remoteAddress}`, () => turns.take(`login ${login}`, () => attempt(login, request)));
    },
    signInByCode: request => turns.take(`address ${request.remoteAddress}`, () => attemptCode(request)),
    factorOf: accountId => factor.stateOf(accountId),
    beginFactor: (viewer, password) => proved(viewer, password, async login => {
      const setup = await factor.begin(viewer.accountId, login);
      return setup ? { ok: true, setup } : { ok: false, code: 'NOT_NOW' };
    }),
    confirmFactor: (viewer, code) => proved(viewer, null, async () => {
      const recoveryCodes = await factor.confirm(viewer.accountId, code);
      return recoveryCodes ? { ok: true, recoveryCodes } : { ok: false, code: 'WRONG' };
    }),
    provider: provider ? createProvider(source, provider) : null,
    async signInAs(accountId, coming) {
      const viewer = await selectViewerUnder(source, accountId, null, clock.today());
      return viewer && (await codeOwed(viewer) ?? enter(viewer, coming));
    },
    isBlocked: async remoteAddress => (await blockedFor(source, [addressSubject(remoteAddress)])) !== null,
    countFailureFrom: remoteAddress => countFailure(source, [addressSubject(remoteAddress)]),
    provePassword: (viewer, password) => proved<object>(viewer, password, async (): Promise<FactorResult<object>> => ({ ok: true })),
    removeFactor: (viewer, password, code) => proved<object>(viewer, password, async (): Promise<FactorResult<object>> => {
      if (!await factor.take(viewer.accountId, code)) return { ok: false, code: 'WRONG' };
      await deleteFactor(source, viewer.accountId);
      return { ok: true };
    }),
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
