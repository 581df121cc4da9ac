import { randomUUID } from 'node:crypto';
import { auditWrite } from '../audit/audit.service.js';
import { withSession, type Session } from '../database/session.js';
import { FileRefused, fileNameOf, giveTicket, isKey, type Found, type Intake } from '../file/stored-file.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Context, Working } from '../graphql/context.js';
import { refuse } from '../graphql/payload.js';
import type { UserError } from '../graphql/user-error.js';
import { judgeContent, nameAs } from './attachment.content.js';
import type { AskUploadInput, AskUploadPayload } from './attachment.input.js';
import { bindToAssignment, bindToEntry, countWaiting, findAttachment, insertReceived, mayWrite, namesOf, rulesOf } from './attachment.query.js';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** A leave to send one file for an assignment that the viewer may write; what comes is judged by its content when it is there. */
export async function askUpload(context: Working, { assignment, purpose, name, size }: AskUploadInput): Promise<AskUploadPayload> {
  const { session } = context, check = new Check();
  const wanted = check.id('assignment', 'phân công', assignment);
  if (wanted === null || !await mayWrite(session, wanted)) return { ...refuse(context, [notFound('assignment', 'phân công')]), ticket: null };
  const given = check.text('name', 'Tên tệp', name, { most: 200, required: true });
  const rules = await rulesOf(session);
  if (!Number.isInteger(size) || size < 1) check.fail('size', 'Dung lượng: tệp rỗng hoặc không đọc được. Chọn lại tệp.');
  else if (size > rules.documentBytes) check.fail('size', `Dung lượng: tệp ${number.format(size / 2 ** 20)} MB, nhiều nhất ${number.format(rules.documentBytes / 2 ** 20)} MB. Chia nhỏ hoặc nén bớt hình trong tệp.`);
  if (await countWaiting(session) >= rules.waitingFiles) check.errors.push(userError('NOT_ALLOWED_NOW', null, `Đang có ${rules.waitingFiles} tệp đã gửi hoặc sắp gửi mà chưa lưu cùng lần cập nhật nào. Lưu lần cập nhật đang nhập, chờ mười phút nếu có tệp gửi dở, hoặc chờ hệ thống dọn trong một ngày.`));
  if (check.failed) return { ...refuse(context, check.errors), ticket: null };
  const id = randomUUID();
  const ticket = await giveTicket(context, { kind: purpose, target: id, name: given!, assignment: wanted });
  await auditWrite(context, { operation: 'askUpload', noun: 'Attachment', rowId: id, before: null, after: { assignment: wanted, purpose } });
  return { ticket, userErrors: [] };
}

/**
 * What becomes of a file that a ticket of askUpload brought: counted as it comes, judged by its content, and only then known to the
 * database; it waits under the ticket's id for its sender's post. Refused, cut off or too large, no byte of it stays.
 */
export const attachmentIntake = ({ door, files }: Pick<Context, 'door' | 'files'>): Intake => async ({ viewer, requestId, ticket, declared, write }) => {
  const rules = await withSession(door, viewer, 'read', session => rulesOf(session)), most = rules.documentBytes;
  const tooLarge = `Tệp lớn hơn ${number.format(most / 2 ** 20)} MB. Hãy chia nhỏ hoặc nén bớt hình trong tệp.`;
  if (declared > most) throw new FileRefused('TOO_LARGE', tooLarge);
  const { key, size, sha256 } = await files.keep(write, most, tooLarge);
  try {
    const mediaType = await judgeContent(files.pathOf(key), size, rules), name = nameAs(fileNameOf(ticket.name), mediaType);
    await withSession(door, viewer, 'write', async session => {
      await insertReceived(session, { id: ticket.target, assignment: ticket.assignment!, purpose: ticket.kind, content: key, name, mediaType, size, sha256 });
      await auditWrite({ session, viewer, requestId }, { operation: 'receiveFile', noun: 'Attachment', rowId: ticket.target, before: null, after: { assignment: ticket.assignment, purpose: ticket.kind, mediaType, size, sha256 } });
    });
    return ticket.target;
  } catch (error) {
    await files.remove(key);
    throw error;
  }
};

/** A file that belongs to what the viewer may read at this moment; images and PDF are shown, others saved. */
export async function openAttachment(session: Session, id: string): Promise<Found | null> {
  const found = await findAttachment(session, id);
  return found && { key: found.content, name: found.name, mediaType: found.mediaType, size: found.size, isShown: /^(image\/|application\/pdf$)/.test(found.mediaType) };
}

/** Hangs files on an entry that this transaction wrote: own ones that wait, and those of the entry that it corrects. All of them, or the errors why not. */
export async function bindFiles(context: Working, entry: number, given: readonly string[] | null | undefined): Promise<UserError[]> {
  const wanted = [...new Set(given ?? [])];
  if (wanted.length === 0) return [];
  const { entryFiles } = await rulesOf(context.session);
  if (wanted.length > entryFiles) return [userError('BAD_INPUT', 'files', `Tệp minh chứng: ${wanted.length} tệp, nhiều nhất ${entryFiles}. Bỏ bớt tệp.`)];
  const missing = userError('NOT_FOUND', 'files', 'Tệp minh chứng: có tệp không còn chờ để gắn (đã quá một ngày, hoặc đã gắn nơi khác). Bỏ tệp đó rồi gửi lại.');
  return wanted.every(isKey) && await bindToEntry(context.session, entry, wanted) === wanted.length ? [] : [missing];
}

/** Hangs a waiting document on the assignment that it was sent for; null when it was, else the error why not. */
export async function bindDocument(context: Working, assignment: number, file: string): Promise<UserError | null> {
  return isKey(file) && await bindToAssignment(context.session, assignment, file) ? null
    : userError('NOT_FOUND', 'file', 'Tệp văn bản: không còn chờ để gắn (đã quá một ngày, hoặc đã gắn nơi khác). Chọn lại tệp.');
}

/** Names of files by their ids, of those that the viewer may read. */
export const fileNames = ({ session }: Working, ids: readonly string[]): Promise<Map<string, string>> => namesOf(session, ids.filter(isKey));
