import type { Opened } from '../database/opened.js';
import type { Door } from '../database/session.js';
import type { Viewer } from '../identity/viewer.js';
import { logReads } from './access-log.query.js';

/** For work that outlasts its request: the lines of what it opened, in a transaction of their own; before the work is said to be done. */
export const logOpened = (source: Door['source'], viewer: Viewer, requestId: string, opened: readonly Opened[]): Promise<void> => logReads(source, { opened: [...opened], viewer, requestId });
