import { formatInstant } from '../../text/format';
import { accountForm as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { DialogActions } from '../../ui/confirm-dialog';
import { toast } from '../../ui/toast';
import css from './account.module.css';

/** The link that is told this one time, to be handed over. */
export function LinkBox({ name, link, until, onDone }: { name: string; link: string; until: string | null; onDone: () => void }) {
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
