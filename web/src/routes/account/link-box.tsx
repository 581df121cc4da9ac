import { formatInstant, sayInstant } from '../../text/format';
import { accountForm as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { DialogActions } from '../../ui/confirm-dialog';
import { toast } from '../../ui/toast';
import css from './account.module.css';

/** How a link goes to the person: by mail, or told this one time. */
export interface Handed { link: string | null; mailedTo: string | null; until: string | null; isFirst: boolean }
interface MadeLink { link?: string | null; mailedTo?: string | null; account?: { linkUntil?: string | null; joinedAt?: string | null } | null }

export const handedOf = ({ link, mailedTo, account }: MadeLink): Handed =>
  ({ link: link ?? null, mailedTo: mailedTo ?? null, until: account?.linkUntil ?? null, isFirst: !account?.joinedAt });

/** Where the link was mailed; else the link itself, to be handed over. */
export function LinkBox({ name, link, mailedTo, until, isFirst, onDone }: Handed & { name: string; onDone: () => void }) {
  if (mailedTo !== null || link === null) {
    return (
      <div className={css.link}>
        <p role="status">{words.mailedLead(mailedTo ?? '', isFirst, until && sayInstant(until))}</p>
        <p className={css.soft}>{words.mailedHint}</p>
        <DialogActions><Button kind="primary" onClick={onDone}>{words.mailedDone}</Button></DialogActions>
      </div>
    );
  }
  const address = new URL(link, location.origin).href;
  return (
    <div className={css.link}>
      <p>{words.linkLead(name, until && formatInstant(until))}</p>
      <input readOnly aria-label={words.linkTitle} value={address} onFocus={(event) => event.currentTarget.select()} />
      <DialogActions>
        <Button kind="primary" onClick={() => void navigator.clipboard.writeText(address).then(() => toast(words.copied))}>{words.copy}</Button>
        <Button onClick={onDone}>{words.linkDone}</Button>
      </DialogActions>
    </div>
  );
}
