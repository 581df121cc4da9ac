import { useEffect, useRef, useState } from 'react';
import { putFile } from '../graphql/file';
import { command } from '../graphql/mutation';
import { attachment as words } from '../text/vi-attachment';
import { AskUploadDocument, type AttachedFileFragment, type AttachmentPurpose } from './attachment.generated';
import { isImage, shrinkImage } from './shrink';

const mostBytes = 20 * 1024 * 1024;
const atOnce = 2; // more would make each slower on weak 4G

export interface Upload {
  key: string;
  name: string;
  size: number;
  mediaType: string;
  thumb: string | null;
  state: 'waiting' | 'preparing' | 'sending' | 'sent' | 'lost' | 'failed';
  percent: number;
  /** Why it was not taken. */
  message: string | null;
  /** Its id at the server, once it is there. */
  id: string | null;
  chosen: File | null;
  /** What is sent of it: shrunk, where it is an image. */
  body: Blob | null;
}

interface Wish {
  assignment: string;
  purpose: AttachmentPurpose;
  most: number;
  /** Files that are there already and may be kept. */
  kept?: readonly AttachedFileFragment[];
}

export interface Uploads {
  items: Upload[];
  most: number;
  /** What is wrong with a choice as a whole. */
  problem: string | null;
  add: (files: Iterable<File>) => void;
  remove: (key: string) => void;
  retry: (key: string) => void;
  /** Ids in the order chosen; null while one of them is not there yet. */
  ids: () => string[] | null;
}

let made = 0;

const chosen = (file: File): Upload => {
  const message = file.size === 0 ? words.empty : file.size > mostBytes && !isImage(file) ? words.tooLarge : null;
  return { key: `tep-${made++}`, name: file.name, size: file.size, mediaType: file.type, thumb: null, state: message ? 'failed' : 'waiting', percent: 0, message, id: null, chosen: message ? null : file, body: null };
};
const there = (file: AttachedFileFragment): Upload => ({ key: file.id, ...file, thumb: null, state: 'sent', percent: 100, message: null, chosen: null, body: null });

/**
 * Files on their way: shrunk here, sent two at a time, each by a ticket of its own. One that the network lost stays chosen and goes again
 * by itself when the network is back, or when asked to.
 */
export function useUploads({ assignment, purpose, most, kept = [] }: Wish): Uploads {
  const [items, setItems] = useState<Upload[]>(() => kept.map(there));
  const [problem, setProblem] = useState<string | null>(null);
  const current = useRef(items);
  const leaving = useRef(new AbortController());
  const put = (next: Upload[]) => {
    current.current = next;
    setItems(next);
  };
  const change = (key: string, part: Partial<Upload>) => put(current.current.map((item) => (item.key === key ? { ...item, ...part } : item)));

  const send = async (item: Upload) => {
    let { body, name } = item;
    if (!body && item.chosen && isImage(item.chosen)) {
      change(item.key, { state: 'preparing', message: null });
      const shrunk = await shrinkImage(item.chosen).catch(() => null);
      if (!shrunk) return change(item.key, { state: 'failed', message: words.unreadable, chosen: null });
      ({ file: body, name } = shrunk);
      change(item.key, { body, name, size: body.size, mediaType: 'image/jpeg', thumb: shrunk.thumb });
    }
    body ??= item.chosen;
    if (!body) return;
    change(item.key, { state: 'sending', percent: 0, message: null, body });
    const asked = await command(AskUploadDocument, { input: { assignment, purpose, name, size: body.size } });
    if (asked.kind === 'refused') return change(item.key, { state: 'failed', message: asked.refusals.map((refusal) => refusal.message).join(' ') });
    if (asked.kind === 'failed') return change(item.key, navigator.onLine ? { state: 'failed', message: asked.message } : { state: 'lost' });
    const outcome = await putFile(asked.payload.ticket ?? '', body, (percent) => change(item.key, { percent }), leaving.current.signal);
    if (outcome.kind === 'done') change(item.key, { state: 'sent', percent: 100, id: outcome.id });
    else if (outcome.kind === 'lost') change(item.key, { state: 'lost' });
    else change(item.key, { state: 'failed', message: outcome.message ?? words.failed, ...(outcome.isFinal && { chosen: null }) });
  };
  const step = () => {
    const busy = current.current.filter(({ state }) => state === 'preparing' || state === 'sending').length;
    for (const item of current.current.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - busy))) void send(item).then(step);
  };
  const again = (which: (item: Upload) => boolean) => {
    put(current.current.map((item) => (which(item) && item.chosen ? { ...item, state: 'waiting', message: null } : item)));
    step();
  };

  useEffect(() => {
    const back = () => again(({ state }) => state === 'lost');
    const abort = new AbortController();
    leaving.current = abort;
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('online', back);
      abort.abort();
    };
    // The functions read what is current; they need not be new ones.
  }, []);

  return {
    items,
    most,
    problem,
    add: (files) => {
      const wanted = [...files].map(chosen);
      // Of one file the later choice counts.
      const before = most === 1 ? [] : current.current;
      const room = Math.max(0, most - before.length);
      setProblem(wanted.length > room ? words.tooMany(most) : null);
      put([...before, ...wanted.slice(0, room)]);
      step();
    },
    remove: (key) => {
      setProblem(null);
      put(current.current.filter((item) => item.key !== key));
      step();
    },
    retry: (key) => again((item) => item.key === key),
    ids: () => {
      const ids = current.current.map(({ id }) => id);
      return ids.every((id) => id !== null) ? ids : null;
    },
  };
}
