import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { RequestHandler } from 'express';
import type { Logger } from '../log.js';
import { isToken } from './token.js';

/** How a request came: encrypted, in the clear but from this very machine, or in the clear over a network. */
export type Transport = 'https' | 'localhost' | 'plain';

/** What decides it. `forwardedProto` is only believed behind a trusted proxy. */
export interface Hop { readonly encrypted: boolean; readonly host: string | undefined; readonly forwardedProto: string | undefined }

function nameOf(host: string | undefined): string {
  const address = `http://${host}`;
  return host && URL.canParse(address) ? new URL(address).hostname : '';
}

/**
 * By the name the browser used, not by the peer's address: a container published on localhost sees its bridge as peer,
 * and a foreign name that resolves to this machine must not count as local.
 */
export function transportOf({ encrypted, host, forwardedProto }: Hop, trustProxy: boolean): Transport {
  if (encrypted || (trustProxy && forwardedProto?.split(',')[0].trim() === 'https')) return 'https';
  return ['localhost', '127.0.0.1', '[::1]'].includes(nameOf(host)) ? 'localhost' : 'plain';
}

/** One value of a header that may be repeated. */
const only = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

export const hopOf = ({ headers, socket }: IncomingMessage): Hop =>
  ({ encrypted: (socket as TLSSocket).encrypted === true, host: headers.host, forwardedProto: only(headers['x-forwarded-proto']) });

// __Host- lets no other host and no path set or shadow the cookie; browsers take it only with Secure.
const cookieNames = { https: '__Host-session', localhost: 'session' } as const;

/** The token in a Cookie header; null over plain http, and for anything that is no token. */
export function readToken(header: string | undefined, transport: Transport): string | null {
  if (transport === 'plain') return null;
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.split('=', 2).map(part => part.trim());
    if (name === cookieNames[transport]) return isToken(value) ? value : null;
  }
  return null;
}

/** A Set-Cookie value; null clears. It has no age: it goes with the browser, and the server ends it sooner. Throws over plain http. */
export function writeToken(token: string | null, transport: Transport): string {
  if (transport === 'plain') throw new Error('a session was about to be set over plain http');
  const value = token === null ? '; Max-Age=0' : '';
  return `${cookieNames[transport]}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${transport === 'https' ? '; Secure' : ''}${value}`;
}

/** The cookie of one application. */
export interface Cookies {
  tokenOf(request: IncomingMessage): string | null;
  /** The Set-Cookie value for the answer to this request; see writeToken. */
  setting(request: IncomingMessage, token: string | null): string;
}

/** Says once in the log when a session travels without encryption, as it may on localhost. */
export function createCookies({ trustProxy, log }: { readonly trustProxy: boolean; readonly log: Logger }): Cookies {
  let said = false;
  return {
    tokenOf: request => readToken(request.headers.cookie, transportOf(hopOf(request), trustProxy)),
    setting(request, token) {
      const transport = transportOf(hopOf(request), trustProxy);
      if (transport === 'localhost' && !said) {
        said = true;
        log.warn('plain http on localhost: the session cookie goes without Secure and without the __Host- prefix');
      }
      return writeToken(token, transport);
    },
  };
}

/** Nobody can be signed in over plain http beyond localhost, so nothing is asked and no password is looked at: 403. */
export function refusePlainHttp(trustProxy: boolean): RequestHandler {
  return (request, response, next) => {
    if (transportOf(hopOf(request), trustProxy) !== 'plain') { next(); return; }
    const message = 'Kết nối này không được mã hóa nên không thể đăng nhập. Hãy mở hệ thống bằng địa chỉ bắt đầu bằng https://.';
    response.status(403).json({ errors: [{ message, extensions: { code: 'INSECURE_TRANSPORT' } }] });
  };
}
