import type { OwnAssignmentFragment, EntryFragment } from './own-assignment.generated';

type Entries = readonly EntryFragment[];
export type EntryFieldName = EntryFragment['reasons'][number]['field'];
export type Asked = Partial<Record<EntryFieldName, string>>;

/** The entry that corrects this one, if one was begun. */
export const successorOf = (entries: Entries, { id }: Pick<EntryFragment, 'id'>): EntryFragment | undefined => entries.find(({ supersedes }) => supersedes?.id === id);

/** The entry that was given back which this one completes, itself included; the nearest on the way back. */
export function returnedBefore(entries: Entries, entry: EntryFragment): EntryFragment | undefined {
  for (let at: EntryFragment | undefined = entry; at; at = entries.find(({ id }) => id === at?.supersedes?.id)) if (at.state === 'RETURNED') return at;
  return undefined;
}

/** What a correction of this entry is asked for, by field; nothing where it was not given back. */
export const askedOf = (entries: Entries, entry: EntryFragment): Asked =>
  Object.fromEntries((returnedBefore(entries, entry)?.reasons ?? []).map(({ field, reason }) => [field, reason]));

/** Where writing goes on: the first entry given back, or the draft that was begun for it, unless that waits for the leader; else the newest draft. */
export function toComplete(entries: Entries): EntryFragment | undefined {
  let at = entries.find(({ state, isSuperseded }) => state === 'RETURNED' && !isSuperseded);
  for (let next = at; next; next = successorOf(entries, next)) at = next;
  if (at && (at.state === 'RETURNED' || at.state === 'DRAFT')) return at;
  return entries.filter(({ state, isSuperseded }) => state === 'DRAFT' && !isSuperseded).sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}

/** The step of this kind that an entry went through last. */
export const lastStep = (steps: OwnAssignmentFragment['steps'], entry: Pick<EntryFragment, 'id'>, kind: OwnAssignmentFragment['steps'][number]['kind']) =>
  [...steps].filter((step) => step.entry.id === entry.id && step.kind === kind).sort((a, b) => b.at.localeCompare(a.at))[0];
