import type { Policy } from '../access/policy.js';
import type { Selection } from '../access/selection.js';
import type { Cursors } from '../database/keyset.js';
import type { Opened } from '../database/opened.js';
import type { Clock, Door, Session } from '../database/session.js';
import type { FileStorage } from '../file/file.storage.js';
import type { Identity } from '../identity/identity.js';
import type { Viewer } from '../identity/viewer.js';
import type { Background } from '../jobs/background.js';
import type { NoticeFeed } from '../notice/notice.feed.js';
import type { Inner } from './inner.js';
import type { UserError } from './user-error.js';

/** What one request carries through the gates. */
export interface Context {
  readonly requestId: string;
  readonly viewer: Viewer | null;
  /** The cookie's value as it came, whether or not it is anybody's; null without one. */
  readonly token: string | null;
  /** The hat that the request was made for, as it names it. */
  readonly hat: string | null;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly cursors: Cursors;
  readonly identity: Identity;
  /** For work that goes on after the answer, in sessions of its own. */
  readonly door: Door;
  readonly background: Background;
  readonly files: FileStorage;
  /** What is told while somebody listens. */
  readonly feed: NoticeFeed;
  /** Whether notices also go out by mail. */
  readonly isMailOffered: boolean;
  /** Seals the token of a link that is to be mailed; null where no mail is sent. */
  readonly sealLink: ((token: string, hash: Buffer) => Buffer) | null;
  /** The graph itself, asked from within and through the same gates. */
  readonly inner: Inner;
  /** Why the operation was refused, whatever of it the client asked for. */
  readonly refused: UserError[];
  /** Set by the executor, one transaction an operation. */
  session: Session | null;
  /** The operation's variables as their types read them, defaults put in; set by the guard with the selections. */
  variables: Record<string, unknown>;
  /** Root fields by answer key, read once by the guard. */
  selections: ReadonlyMap<string, Selection>;
  /** Sensitive records that this operation opened; logged before the answer leaves. */
  readonly opened: Opened[];
  /** Sets or clears the cookie; only sign-in, sign-out and change of hat do. */
  readonly setToken: (token: string | null) => void;
  readonly remoteAddress: string;
  /** Browser and system in a word or two; null when the request does not say. */
  readonly device: string | null;
}

/** A request under a hat, inside its transaction; what services take. */
export type Working = Context & { viewer: Viewer; session: Session };

/** The gates have run: whoever is here is signed in and inside a transaction. Throws otherwise, which is a fault of ours. */
export function working(context: Context): Working {
  if (!context.viewer || !context.session) throw new Error('a service was reached without a viewer or outside a session');
  return context as Working;
}
