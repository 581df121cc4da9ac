import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { withSession, type Door, type Session } from '../database/session.js';
import { hashOf, isToken } from '../identity/token.js';
import type { Viewer } from '../identity/viewer.js';
import { requestIdOf, type Logger } from '../log.js';
import { FileRefused, isKey, type FileStorage } from './file.storage.js';
import { findFile, takeTicket } from './stored-file.query.js';
import type { Found, Intake } from './stored-file.service.js';

export interface FileEndpointOptions {
  readonly door: Door;
  readonly files: FileStorage;
  readonly findViewer: (request: Request, response: Response) => Promise<Viewer | null>;
  /** By the kind of the ticket. */
  readonly intakes: Readonly<Record<string, Intake>>;
  /** Where else an id may be a file's, after the post's own. */
  readonly finders: readonly ((session: Session, id: string) => Promise<Found | null>)[];
  readonly log: Logger;
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}

const noTicket = (response: Response): void => refuse(response, 404, 'NOT_FOUND', 'Phiếu gửi tệp không dùng được: đã hết hạn, đã dùng hoặc không phải của bạn. Hãy chọn lại tệp để nhận phiếu mới.');
const noFile = (response: Response): void => refuse(response, 404, 'NOT_FOUND', 'Không tìm thấy tệp. Tệp có thể đã hết hạn lưu.');
/** What was too large is still coming: the connection ends with the answer. */
const refused = (response: Response, { code, message }: FileRefused): void =>
  (code === 'TOO_LARGE' ? refuse(response.set('connection', 'close'), 413, code, message) : refuse(response, 422, code, message));

/** Shown in the browser's own window only where its viewer runs nothing of the file; a sandbox would keep the viewer of PDF from opening. */
const policyOf = ({ mediaType, isShown }: Found): string => (isShown && mediaType === 'application/pdf' ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" : "default-src 'none'; sandbox");
const quoted = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * PUT /files/<ticket> and GET /files/<id>, under the same rules of origin and hat as /graphql; a link names its hat by ?hat=. Another's file
 * is answered like one that never was. A file that does not come whole is not kept, and its ticket is used up all the same.
 */
export function fileEndpoint({ door, files, findViewer, intakes, finders, log }: FileEndpointOptions): Router {
  const meet: RequestHandler = async (request, response, next) => {
    const viewer = await findViewer(request, response);
    if (!viewer) { refuse(response, 401, 'UNAUTHENTICATED', 'Đăng nhập để tiếp tục.'); return; }
    if (viewer.mustChangePassword) { refuse(response, 403, 'MUST_CHANGE_PASSWORD', 'Đổi mật khẩu lần đầu trước khi dùng hệ thống.'); return; }
    if (viewer.mustSetUpSecondFactor) { refuse(response, 403, 'MUST_SET_UP_SECOND_FACTOR', 'Cài đặt xác thực hai lớp trước khi dùng hệ thống.'); return; }
    const hat = request.get('x-hat') ?? request.query.hat;
    if (typeof hat !== 'string') { refuse(response, 400, 'BAD_USER_INPUT', 'Thiếu x-hat: mã chức vụ mà yêu cầu này dùng.'); return; }
    if (hat !== String(viewer.postId)) { refuse(response, 409, 'HAT_CHANGED', 'Phiên làm việc đã chuyển sang chức vụ khác. Tải lại trang.'); return; }
    response.locals.viewer = viewer;
    next();
  };

  const put: RequestHandler = async (request, response) => {
    const viewer = response.locals.viewer as Viewer, token = String(request.params.ticket);
    const ticket = isToken(token) ? await withSession(door, viewer, 'write', session => takeTicket(session, viewer, hashOf(token).toString('hex'))) : null;
    const intake = ticket && intakes[ticket.kind];
    if (!intake) { noTicket(response); return; }
    try {
      const declared = Number(request.get('content-length') ?? 0);
      response.json({ id: await intake({ viewer, requestId: requestIdOf(response), ticket, declared, write: stream => pipeline(request, stream) }) });
    } catch (error) {
      if (error instanceof FileRefused) { refused(response, error); return; }
      if (request.destroyed && !request.complete) return; // cut off: there is nobody to answer
      throw error;
    }
  };

  const find = async (session: Session, id: string): Promise<Found | null> => {
    const own = await findFile(session, id);
    if (own) return { ...own, key: own.id, isShown: false };
    for (const finder of finders) { const found = await finder(session, id); if (found) return found; }
    return null;
  };

  const get: RequestHandler = async (request, response) => {
    const viewer = response.locals.viewer as Viewer, id = String(request.params.id);
    const file = isKey(id) ? await withSession(door, viewer, 'read', session => find(session, id)) : null;
    const stream = file && await files.open(file.key).catch(() => null);
    if (!file || !stream) { noFile(response); return; }
    const fallback = `tep${/\.[a-z]{3,4}$/.exec(file.name)?.[0] ?? ''}`;
    response.set({
      'content-type': file.mediaType, 'content-length': String(file.size), 'content-security-policy': policyOf(file),
      'content-disposition': `${file.isShown ? 'inline' : 'attachment'}; filename="${fallback}"; filename*=UTF-8''${quoted(file.name)}`,
    });
    await pipeline(stream, response);
  };

  const guarded = (handler: RequestHandler): RequestHandler => async (request, response, next) => {
    try {
      await handler(request, response, next);
    } catch (error) {
      log.error({ id: requestIdOf(response), code: (error as { code?: string }).code, err: error }, 'file failed');
      if (response.headersSent) response.destroy();
      else refuse(response, 503, 'UNAVAILABLE', 'Hệ thống tạm thời không nhận hoặc trả được tệp. Hãy thử lại sau ít phút.');
    }
  };
  return Router().put('/:ticket', guarded(meet), guarded(put)).get('/:id', guarded(meet), guarded(get));
}
