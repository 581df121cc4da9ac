import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import type { Viewer } from '../identity/viewer.js';
import type { Context } from './context.js';
import { unavailable } from './failure.js';
import { persistedDocuments, type Manifest } from './persisted.js';

export interface EndpointOptions {
  readonly apollo: ApolloServer<Context>;
  readonly manifest: Manifest;
  readonly persistedOnly: boolean;
  readonly findViewer: (request: Request, response: Response) => Promise<Viewer | null>;
  readonly contextOf: (request: Request, response: Response, viewer: Viewer | null) => Context;
  readonly log: Logger;
}

const viewerOf = (response: Response): Viewer | null => response.locals.viewer as Viewer | null;

/** Body, viewer, persisted document, Apollo: the way of every request to /graphql. A database that is away answers 503 and nothing else. */
export function endpoint({ apollo, manifest, persistedOnly, findViewer, contextOf, log }: EndpointOptions): (RequestHandler | ErrorRequestHandler)[] {
  const meet: RequestHandler = async (request, response, next) => {
    try {
      response.locals.viewer = await findViewer(request, response);
    } catch (error) {
      log.error({ code: (error as { code?: string }).code }, 'database unavailable');
      const { message, extensions } = unavailable();
      response.status(503).json({ errors: [{ message, extensions: { code: extensions.code } }] });
      return;
    }
    next();
  };
  return [
    express.json({ limit: '100kb' }), meet, persistedDocuments(manifest, persistedOnly, response => viewerOf(response) === null),
    expressMiddleware(apollo, { context: async ({ req, res }) => contextOf(req, res, viewerOf(res)) }), badBody,
  ];
}

const badBody: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (response.headersSent) { next(error); return; }
  const status = error.status ?? 500;
  const message = status === 413 ? 'Nội dung gửi lên lớn hơn 100 kB.' : status < 500 ? 'Nội dung gửi lên không phải JSON hợp lệ.' : 'Hệ thống gặp lỗi.';
  response.status(status).json({ errors: [{ message, extensions: { code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL' } }] });
};
