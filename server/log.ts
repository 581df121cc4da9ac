import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Who asked, as far as a log may know: never a person. */
export interface RequestOrigin {
  readonly portalKind: string;
  readonly unitCode: string;
}

interface Fault { readonly name?: string; readonly type?: string; readonly code?: unknown; readonly message?: string; readonly stack?: string }

// SQLSTATE; what node says of files and sockets begins with E.
const isSqlState = (code: unknown): boolean => typeof code === 'string' && /^(?!E[A-Z]{4}$)[0-9A-Z]{5}$/.test(code);

/** An error as a log may know it: what kind, and where. A database's words and details quote rows, so its code is enough. */
function toldOf({ name, type = name, code, message = '', stack }: Fault): object {
  // The first line of a stack repeats the message.
  return { type, code, message: isSqlState(code) ? `SQLSTATE ${String(code)}` : message, stack: stack?.split('\n').filter(line => line.startsWith('    at ')).join('\n') };
}

/** One JSON line an event on stderr; stdout is kept for what is said to the person who starts the system. */
export function openLog(level: string, destination: DestinationStream = pino.destination({ fd: 2, sync: true })): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: (error: Fault | undefined) => error && toldOf(error) } }, destination);
}

/** Marks on whose behalf this request runs, for its line in the log. */
export function noteOrigin(response: Response, origin: RequestOrigin): void {
  response.locals.origin = origin;
}

/** The id that the answer (`x-request-id`), its masked errors and the log share. */
export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

// A long last segment is a ticket, a hash or a record's id: it may open something, so it does not stand in a log.
const withoutSecrets = (path: string): string => path.replace(/\/[^/]{20,}/g, '/…');

/** Gives each request an id and logs it when answered: id, method, path without query, status, ms, portal kind and unit code. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const id = randomUUID();
    const { method, path } = request;
    response.locals.requestId = id;
    response.setHeader('x-request-id', id);
    response.once('close', () => {
      const origin = response.locals.origin as RequestOrigin | undefined;
      const ms = Math.round(performance.now() - began);
      const status = response.writableFinished ? response.statusCode : 499; // the client left before the answer
      log.info({ id, method, path: withoutSecrets(path), status, ms, ...origin }, 'request');
    });
    next();
  };
}
