import { useId, type ReactNode } from 'react';
import { fileAddress } from '../graphql/file';
import { attachment as words, fileKind } from '../text/vi-attachment';
import { Button } from '../ui/button';
import css from './attachment.module.css';
import { formatBytes } from './bytes';
import type { Upload, Uploads } from './use-uploads';

const accepted = 'image/jpeg,image/png,image/webp,image/heic,.pdf,.docx,.xlsx';

interface EvidenceFieldProps {
  uploads: Uploads;
  label?: string;
  hint?: ReactNode;
  error?: string;
  id?: string;
}

/** Files to go with a form: chosen or photographed, each with how far it is, a way to send it again, and a way to leave it out. */
export function EvidenceField({ uploads, label = words.evidence, hint = words.evidenceHint, error, id }: EvidenceFieldProps) {
  const own = useId();
  const at = id ?? own;
  const { items, most } = uploads;
  const sent = items.filter(({ state }) => state === 'sent').length;
  const wrong = error ?? uploads.problem;
  const described = [`${at}-hint`, wrong && `${at}-error`].filter(Boolean).join(' ');
  const pick = (input: HTMLInputElement) => {
    uploads.add(input.files ?? []);
    input.value = ''; // the same file may be chosen again after it was left out
  };
  return (
    <fieldset className={css.field} aria-describedby={described}>
      <legend className={css.label}>{label}</legend>
      <p id={`${at}-hint`} className={css.hint}>
        {hint}
      </p>
      {items.length > 0 && (
        <ul className={css.items}>
          {items.map((item) => (
            <Item key={item.key} item={item} uploads={uploads} />
          ))}
        </ul>
      )}
      <div className={css.picks}>
        <label className={css.pick}>
          <input id={at} className={css.input} type="file" accept={accepted} multiple={most > 1} aria-invalid={wrong ? true : undefined} aria-describedby={described} onChange={(event) => pick(event.currentTarget)} />
          {most > 1 ? words.choose : words.chooseOne}
        </label>
        {most > 1 && (
          <label className={`${css.pick ?? ''} ${css.camera ?? ''}`}>
            <input className={css.input} type="file" accept="image/*" capture="environment" onChange={(event) => pick(event.currentTarget)} />
            {words.photograph}
          </label>
        )}
      </div>
      {wrong && (
        <p id={`${at}-error`} className={css.error}>
          {wrong}
        </p>
      )}
      <p role="status" className="visually-hidden">
        {items.length > 0 && words.count(sent, items.length)}
      </p>
    </fieldset>
  );
}

function Item({ item, uploads }: { item: Upload; uploads: Uploads }) {
  const { key, name, state, percent, chosen, mediaType } = item;
  const mayRetry = (state === 'lost' || state === 'failed') && chosen !== null;
  const shown = item.thumb ?? (item.id && mediaType.startsWith('image/') && !chosen ? fileAddress(item.id) : null);
  return (
    <li className={css.item} data-state={state}>
      <span className={css.thumb}>{shown ? <img src={shown} alt="" /> : (fileKind[mediaType] ?? '…')}</span>
      <span className={css.about}>
        <span className={css.name}>{name}</span>
        <span className={css.soft}>
          {formatBytes(item.size)} · {wordOf(item)}
        </span>
        {state === 'sending' && <progress className={css.progress} max={100} value={percent} aria-label={words.progressOf(name)} />}
      </span>
      <span className={css.buttons}>
        {mayRetry && (
          <Button small label={words.retryOne(name)} onClick={() => uploads.retry(key)}>
            {words.retry}
          </Button>
        )}
        <Button small kind="quiet" label={words.removeOne(name)} onClick={() => uploads.remove(key)}>
          {words.remove}
        </Button>
      </span>
    </li>
  );
}

function wordOf({ state, percent, message, chosen }: Upload): string {
  switch (state) {
    case 'waiting':
      return words.waiting;
    case 'preparing':
      return words.preparing;
    case 'sending':
      return words.sending(percent);
    case 'sent':
      return chosen ? words.sent : words.kept;
    case 'lost':
      return words.lost;
    case 'failed':
      return message ?? words.failed;
  }
}
