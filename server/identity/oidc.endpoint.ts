import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Door } from '../database/session.js';
import { requestIdOf, type Logger } from '../log.js';
import { hopOf, transportOf, type Cookies } from './cookie.js';
import { deviceOf } from './device.js';
import type { Identity } from './identity.js';
import type { Provider } from './oidc.js';
import { insertRefusedProvider } from './oidc.query.js';
import { ownOriginsOf, type OriginRule } from './origin.js';

const begins = '/dang-nhap/dinh-danh', comesBack = `${begins}/ve`;
const failed = '/dang-nhap?ly-do=dinh-danh';

interface ProviderEndpoint extends OriginRule { readonly source: Door['source']; readonly provider: Provider; readonly identity: Identity; readonly cookies: Cookies; readonly log: Logger }

/** The key's cookie: of this browser, unseen by scripts, for the ten minutes that a request lasts. */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-dinh-danh' : 'dinh-danh');
const keyCookie = (key: string | null, isSecure: boolean): string =>
  `${nameOf(isSecure)}=${key ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${key === null ? 0 : 600}${isSecure ? '; Secure' : ''}`;
const keyIn = (header: string | undefined, isSecure: boolean): string | null =>
  (header ?? '').split(';').map(pair => pair.trim().split('=', 2)).find(([name]) => name === nameOf(isSecure))?.[1] ?? null;

/** The two addresses of signing in by a provider: one that leads there, one that the browser comes back to. Whatever fails looks alike. */
export function providerEndpoint({ source, provider, identity, cookies, log, trustProxy, publicOrigin }: ProviderEndpoint): Router {
  const transport = (request: Request) => transportOf(hopOf(request), trustProxy);
  // The provider knows one address of ours; without a public one only this machine's own name is believed.
  const originOf = (request: Request): string | null => publicOrigin ?? (transport(request) === 'localhost' ? ownOriginsOf(request, { trustProxy })[0] ?? null : null);

  const refuse = async (request: Request, response: Response, reason: string, accountId: number | null = null): Promise<void> => {
    log.warn({ reason }, 'sign-in by provider failed');
    await insertRefusedProvider(source, requestIdOf(response), accountId, reason);
    response.append('set-cookie', keyCookie(null, transport(request) === 'https')).redirect(303, failed);
  };
  const guarded = (work: (request: Request, response: Response, origin: string) => Promise<void>): RequestHandler => async (request, response) => {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const origin = originOf(request);
    if (origin === null || transport(request) === 'plain') { response.redirect(303, failed); return; }
    try {
      await work(request, response, origin);
    } catch (error) {
      log.error({ code: (error as { code?: string }).code }, 'identity provider unavailable');
      response.redirect(303, failed);
    }
  };

  const begin = guarded(async (request, response, origin) => {
    const ticket = request.query['lien-ket'];
    const begun = await provider.begin(`${origin}${comesBack}`, ticket === undefined ? null : String(ticket));
    if (!begun) { await refuse(request, response, 'UNKNOWN_REQUEST'); return; }
    response.append('set-cookie', keyCookie(begun.key, transport(request) === 'https')).redirect(303, begun.address.href);
  });

  const finish = guarded(async (request, response, origin) => {
    const isSecure = transport(request) === 'https', token = cookies.tokenOf(request), remoteAddress = request.ip ?? '';
    if (await identity.isBlocked(remoteAddress)) { await refuse(request, response, 'BLOCKED'); return; }
    const signedIn = await identity.findViewer(token);
    const answer = await provider.finish(new URL(request.originalUrl, origin), keyIn(request.headers.cookie, isSecure), signedIn?.accountId ?? null);
    if (answer.outcome === 'LINKED') { response.append('set-cookie', keyCookie(null, isSecure)).redirect(303, `/cong/${signedIn!.unitCode}/tai-khoan/xac-thuc`); return; }
    const entered = answer.outcome === 'SIGN_IN' ? await identity.signInAs(answer.accountId, { remoteAddress, priorToken: token, device: deviceOf(request.get('user-agent')) }) : null;
    if (answer.outcome === 'REFUSED' || !entered) {
      await identity.countFailureFrom(remoteAddress);
      await refuse(request, response, answer.outcome === 'REFUSED' ? answer.reason : 'NOT_HELD', answer.accountId);
      return;
    }
    response.append('set-cookie', keyCookie(null, isSecure));
    if (!entered.ok) { response.redirect(303, `/dang-nhap#ma=${entered.codeToken}`); return; }
    response.append('set-cookie', cookies.setting(request, entered.token)).redirect(303, `/cong/${entered.viewer.unitCode}`);
  });
  return Router().get(begins, begin).get(comesBack, finish);
}
