import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { hopOf, transportOf } from './cookie.js';

/** What a request says about the page that sent it. */
export interface Sender {
  readonly hasCookie: boolean;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
}

const isJson = (contentType: string | undefined): boolean => contentType?.split(';')[0].trim().toLowerCase() === 'application/json';

/**
 * A cookie counts only in requests of our own pages. Browsers send Origin with every POST and Sec-Fetch-Site with every
 * request; where both are missing it is no browser, or an old one that cannot send JSON elsewhere without being asked first.
 */
export function isOwn({ hasCookie, origin, fetchSite, contentType }: Sender, ownOrigins: readonly string[]): boolean {
  if (!hasCookie) return true;
  if (origin !== undefined) return ownOrigins.includes(origin);
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  return isJson(contentType);
}

const only = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join() : value);

export interface OriginRule { readonly trustProxy: boolean; readonly publicOrigin?: string }

/** The origins under which this request reached us: that of its own host, and the public one where it is set. */
export function ownOriginsOf(request: IncomingMessage, { trustProxy, publicOrigin }: OriginRule): string[] {
  const scheme = transportOf(hopOf(request), trustProxy) === 'https' ? 'https' : 'http';
  const own = `${scheme}://${request.headers.host}`;
  return [...(URL.canParse(own) ? [new URL(own).origin] : []), ...(publicOrigin ? [publicOrigin] : [])];
}

function senderOf({ headers }: IncomingMessage): Sender {
  return { hasCookie: headers.cookie !== undefined, origin: headers.origin, fetchSite: only(headers['sec-fetch-site']), contentType: headers['content-type'] };
}

/** Whether a websocket is asked for by a page of ours, encrypted or on this machine. Browsers name the page's origin with every one; without it nobody is believed. */
export const isOwnSocket = (request: IncomingMessage, rule: OriginRule): boolean =>
  transportOf(hopOf(request), rule.trustProxy) !== 'plain' && request.headers.origin !== undefined && isOwn({ ...senderOf(request), hasCookie: true }, ownOriginsOf(request, rule));

/** 403 for a request that carries a cookie and does not come from a page of ours. */
export function refuseForeignPages(rule: OriginRule): RequestHandler {
  return (request, response, next) => {
    if (isOwn(senderOf(request), ownOriginsOf(request, rule))) { next(); return; }
    const message = 'Yêu cầu này được gửi từ một trang khác nên không được nhận. Hãy mở lại trang của hệ thống rồi thực hiện lại.';
    response.status(403).json({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
  };
}
