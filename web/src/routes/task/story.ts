import { formatDay, formatNumber, formatPercent } from '../../text/format';
import { text } from '../../text/text';
import { entryField, story as words } from '../../text/vi-entry';
import { returnedBefore } from './entry-way';
import type { EntryFragment, OwnAssignmentFragment } from './own-assignment.generated';

/** One thing that happened: when, who, what, and what was said. */
export interface Told {
  key: string;
  /** An instant, or a day where no more is known. */
  at: string;
  who: string | null;
  what: string;
  said: string[];
  tone?: 'asked' | 'comment';
  /** A comment that its author may still take back. */
  comment?: string;
}

/** An assignment from its beginning to now, everything in one list, the earliest first. */
export function storyOf(assignment: OwnAssignmentFragment): Told[] {
  const told = [...beginnings(assignment), ...assignment.changes.flatMap(changeOf), ...assignment.entries.flatMap((entry) => entryOf(assignment, entry)), ...assignment.steps.flatMap((step) => stepOf(assignment, step)), ...assignment.comments.map(commentOf(assignment))];
  return told.map((one, at) => ({ one, at })).sort((a, b) => instant(a.one.at) - instant(b.one.at) || a.at - b.at).map(({ one }) => one);
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
/** The day of an instant in Vietnam, "2026-09-08". */
export const vietnamDay = (at: string | Date): string => days.format(new Date(at));

const instant = (at: string): number => Date.parse(at.length === 10 ? `${at}T00:00:00+07:00` : at);

/** What stood before changes were kept one by one: being assigned, and taking it on. */
function beginnings({ confirmedOn, validFrom, role, part, acceptedOn, changes }: OwnAssignmentFragment): Told[] {
  const given: Told = { key: 'assigned', at: confirmedOn ?? validFrom, who: null, what: words.assigned(text.role[role]), said: part ? [part] : [] };
  const accepted = acceptedOn && !changes.some(({ field }) => field === 'acceptedOn');
  return [given, ...(accepted ? [{ key: 'accepted', at: acceptedOn, who: null, what: words.accepted, said: [] }] : [])];
}

function changeOf({ id, field, before, after, reason, changedOn, changedBy }: OwnAssignmentFragment['changes'][number]): Told[] {
  if (field === 'confirmedOn') return [];
  const told = { key: `change-${id}`, at: changedOn, who: changedBy === words.nobody ? null : changedBy, said: [] as string[] };
  // Entered later than it happened, as when a year's work is taken over: the day counts.
  if (field === 'acceptedOn') return [{ ...told, at: after && vietnamDay(changedOn) !== after ? after : changedOn, what: words.accepted }];
  if (field === 'officer') return [{ ...told, what: after ? words.given(after) : words.ungiven(before ?? '') }];
  const isDay = field === 'dueDay' || field === 'extendedTo';
  return [{ ...told, what: words.changed(text.assignmentField[field] ?? field, written(before), written(after)), said: reason && isDay ? [text.assignment.reason(reason)] : [] }];
}

function entryOf({ targetUnit, entries }: OwnAssignmentFragment, entry: EntryFragment): Told[] {
  const day = formatDay(entry.asOfDay);
  const figures = [entry.quantity !== null && `${formatNumber(entry.quantity)} ${targetUnit ?? ''}`.trim(), entry.percent !== null && formatPercent(entry.percent), entry.isCompleted && text.entry.completed].filter((figure) => typeof figure === 'string');
  // Signed, or handed over, in the same moment as it was written: one thing happened, and the later word says it.
  const isSigned = entry.signedOn !== null, isOneAct = isSigned && entry.signedOn === entry.createdAt;
  const wrote = !entry.supersedes ? words.wrote : returnedBefore(entries, entry) ? words.completed : words.corrected;
  const written: Told = { key: `entry-${entry.id}`, at: entry.createdAt, who: entry.author?.name ?? null, what: wrote(day), said: figures };
  const signed: Told = { key: `signed-${entry.id}`, at: entry.signedOn ?? '', who: entry.signedBy?.name ?? null, what: words.signed(day), said: figures };
  return [...(isOneAct ? [] : [written]), ...(isSigned ? [signed] : [])];
}

const stepWords = { SUBMITTED: words.submitted, WITHDRAWN: words.withdrawn, SENT_BACK: words.sentBack, RETURNED: words.returned };

function stepOf({ entries, unit }: OwnAssignmentFragment, { id, kind, note, at, byName, byUnit, entry }: OwnAssignmentFragment['steps'][number]): Told[] {
  const about = entries.find((one) => one.id === entry.id);
  if (!about) return [];
  const said = kind === 'RETURNED' ? about.reasons.map(({ field, reason }) => `${entryField[field]}: ${reason}`) : note ? [note] : [];
  const tone = kind === 'RETURNED' || kind === 'SENT_BACK' ? ({ tone: 'asked' } as const) : {};
  return [{ key: `step-${id}`, at, who: by(byName, byUnit, unit), what: stepWords[kind](formatDay(about.asOfDay)), said, ...tone }];
}

const commentOf = ({ unit: own }: OwnAssignmentFragment) => ({ id, text: said, at, authorName, unit }: OwnAssignmentFragment['comments'][number]): Told =>
  ({ key: `comment-${id}`, at, who: by(authorName, unit, own), what: said === null ? words.commentWithdrawn : words.comment, said: said === null ? [] : [said], tone: 'comment', ...(said !== null && { comment: id }) });

/** The name, with its unit where that is not the assignment's. */
const by = (name: string, unit: { id: string; shortName: string }, own: { id: string }): string => (unit.id === own.id ? name : `${name}, ${unit.shortName}`);

const written = (value: string | null): string => (!value ? text.assignment.blank : /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value);
