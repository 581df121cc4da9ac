import { client } from '../graphql/client';
import { followHat, useSession } from '../session';
import { formatTime } from '../text/format';
import { text } from '../text/text';
import { viewAs as words } from '../text/vi-view-as';
import { EndViewAsDocument } from './view-banner.generated';
import css from './view-banner.module.css';

/** On every page and on paper: whose portal this is a look at, and the way back. */
export function ViewBanner() {
  const { viewingAs } = useSession().viewer;
  if (!viewingAs) return null;
  // Whatever the answer: the look is over, or the portal's start says what went wrong.
  const end = async () => {
    await client.mutate({ mutation: EndViewAsDocument }).catch(() => undefined);
    followHat();
  };
  return (
    <aside className={css.banner} aria-label={text.control.notice}>
      <span>
        <strong>{words.banner(viewingAs.unit.name)}</strong> <span className={css.detail}>{words.detail(text.postRole[viewingAs.role], formatTime(new Date(viewingAs.until)))}</span>
      </span>
      <button type="button" className={css.end} onClick={() => void end()}>{words.end}</button>
    </aside>
  );
}
