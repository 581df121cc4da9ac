import type { Selection } from '../access/selection.js';
import type { Answered, Settling } from '../graphql/payload.js';
import { progressEntryAccess } from './assignment.access.js';

export type SavedEntry = Answered & { progressEntry?: object | null };

/** How a write to an entry answers: with the entry; a conflict names `id`, since entries carry no version to send. */
export const settlingEntry = (selection: Selection, id: number): Settling =>
  ({ resource: progressEntryAccess, selection, field: 'progressEntry', what: 'lần cập nhật', id: String(id), at: 'id' });
