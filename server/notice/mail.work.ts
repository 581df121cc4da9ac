import { createTransport, type Transporter } from 'nodemailer';
import type { Door } from '../database/session.js';
import type { Context } from '../graphql/context.js';
import type { SecretBox } from '../identity/secret-box.js';
import type { Viewer } from '../identity/viewer.js';
import type { Logger } from '../log.js';
import { claimLink, dropOverLinks, settleLink, type DueLink } from './link-mail.query.js';
import { linkLetterOf } from './link-mail.words.js';
import { claimMail, dropStale, findReceiver, settleMail, type Due, type Settled } from './mail.query.js';
import { letterOf, type Letter, type Told } from './mail.words.js';

export interface MailSettings { readonly url: string; readonly from: string; readonly digestHour: number; readonly origin: string }

export interface MailOptions {
  readonly settings: MailSettings; readonly source: Door['source']; readonly log: Logger;
  /** Opens the links that wait to be mailed. */
  readonly box: SecretBox;
  /** Who the post is today; null when nobody may hold it now. */
  readonly viewerOf: (accountId: number, postId: number) => Promise<Viewer | null>;
  /** What a request carries besides its viewer. */
  readonly contextOf: () => Context;
}

export interface Mailer {
  /** Sends what is due at this moment; how many mails left. */
  sendDue(now?: Date): Promise<number>;
  close(): void;
}

/** Minutes until the next try; after as many failures as there are steps it is given up. */
const steps = [1, 5, 30, 120, 360];
const mostTold = 100, slowest = 20_000, anHour = 3_600_000; // notices in a mail; milliseconds
const vietnam = 7; // hours before UTC, all year

/** When the digest was last due: the hour of the setting in Vietnam, today or else yesterday. */
export function lastDigest(now: Date, hour: number): Date {
  const local = new Date(now.getTime() + vietnam * anHour);
  const today = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), hour) - vietnam * anHour;
  return new Date(today <= now.getTime() ? today : today - 24 * anHour);
}

const question = `query MailedNotices($ids: [ID!]) { notices(first: ${mostTold}, filter: { id: { in: $ids } }) { nodes { id kind isRead noun rowId fromUnit { shortName } assignment { id unit { id } task { id code title } } } } }`;

/** What a sealed link is bound to. */
export const linkSeal = (hash: Buffer): string => `link:${hash.toString('hex')}`;

/** Sends mail about notices and links of accounts by SMTP, each once whatever number of processes run; the text is read through the graph as its receiver, at that moment. */
export function createMailer({ settings, source, log, box, viewerOf, contextOf }: MailOptions): Mailer {
  const { url, from, digestHour, origin } = settings;
  const transport: Transporter = createTransport({ url, connectionTimeout: slowest, greetingTimeout: slowest, socketTimeout: slowest, disableFileAccess: true, disableUrlAccess: true }, { from });
  const host = new URL(origin).hostname;

  /** Null when the receiver has nothing to be told any more. */
  async function write({ isDigest, rows }: Due, viewer: Viewer): Promise<Letter | null> {
    const context = contextOf(), document = context.inner.read(question)!;
    const { data, errors } = await context.inner.answer({ context, viewer: { ...viewer, mustChangePassword: false, mustSetUpSecondFactor: false }, document, variables: { ids: rows.slice(0, mostTold).map(row => row.notice) }, purpose: null });
    if (errors) throw Object.assign(new Error('the notices of a mail could not be read'), { code: 'UNREAD' });
    const found = (data as { notices: { nodes: (Told & { isRead: boolean })[] } }).notices.nodes, notices = isDigest ? found.filter(notice => !notice.isRead) : found;
    if (notices.length === 0) return null;
    return letterOf({ origin, unit: viewer.unitId, unitCode: viewer.unitCode, unitName: viewer.postName, notices, left: Math.max(0, rows.length - mostTold), isDigest });
  }

  /** Of a failure its code is kept and nothing of its text, which may tell what was sent. */
  function failed(error: unknown, tries: number, about: object): Settled {
    const { responseCode, code } = error as { responseCode?: number; code?: string }, failure = String(responseCode ?? code ?? 'FAILED');
    const isHopeless = (responseCode !== undefined && responseCode >= 500) || tries > steps.length;
    log.warn({ failure, tries, ...about }, isHopeless ? 'mail given up' : 'mail not sent');
    return { state: isHopeless ? 'GIVEN_UP' : 'WAITING', failure, tries, inMinutes: steps[tries - 1] ?? 0 };
  }

  async function sendLink(due: DueLink): Promise<Settled> {
    const { hash, sealed, tries, email, name } = due;
    try {
      const letter = linkLetterOf({ ...due, origin, token: box.open(sealed, linkSeal(hash)).toString() });
      await transport.sendMail({ ...letter, to: { name, address: email }, messageId: `<link-${hash.toString('hex').slice(0, 24)}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
      return { state: 'SENT' };
    } catch (error) {
      return failed(error, tries + 1, {});
    }
  }

  async function send(due: Due, to: string, viewer: Viewer): Promise<Settled> {
    const tries = Math.max(...due.rows.map(row => row.tries)) + 1;
    try {
      const letter = await write(due, viewer);
      if (!letter) return { state: 'DROPPED' };
      // The same mail has the same id however often it is tried, so that a post-box can tell.
      await transport.sendMail({ ...letter, to: { name: viewer.accountName, address: to }, messageId: `<${due.isDigest ? 'digest' : 'notice'}-${due.rows[0]!.id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
      return { state: 'SENT' };
    } catch (error) {
      return failed(error, tries, { postId: viewer.postId });
    }
  }

  /** One mail in one transaction, whose lock keeps other processes from it; null when nothing is due. */
  const sendOne = (digestAt: Date): Promise<Settled | null> => source.transaction(async manager => {
    const due = await claimMail(manager, digestAt);
    if (!due) return null;
    const { accountId, email, isOff } = await findReceiver(manager, due.postId), viewer = email === null || isOff ? null : await viewerOf(accountId, due.postId);
    const settled = email === null || !viewer ? { state: 'DROPPED' } as const : await send(due, email, viewer);
    await settleMail(manager, due.rows, settled);
    return settled;
  });

  /** As `sendOne`, of the links. */
  const sendOneLink = (): Promise<Settled | null> => source.transaction(async manager => {
    const due = await claimLink(manager);
    if (!due) return null;
    const settled = await sendLink(due);
    await settleLink(manager, due, settled);
    return settled;
  });

  return {
    async sendDue(now = new Date()) {
      await dropStale(source);
      await dropOverLinks(source);
      let count = 0;
      for (let settled = await sendOneLink(); settled; settled = await sendOneLink()) if (settled.state === 'SENT') count++;
      for (let settled = await sendOne(lastDigest(now, digestHour)); settled; settled = await sendOne(lastDigest(now, digestHour))) if (settled.state === 'SENT') count++;
      return count;
    },
    close: () => transport.close(),
  };
}
