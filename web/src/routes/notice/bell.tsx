import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatCount, formatInstant } from '../../text/format';
import { notices as words } from '../../text/vi-notice';
import { Flyout, type FlyoutButton } from '../../ui/flyout';
import { toast } from '../../ui/toast';
import { NoticeLink, refreshNotices, sentenceOf } from './notice-link';
import { LatestNoticesDocument, UnreadNoticesDocument } from './notice.generated';
import css from './notice.module.css';
import { keepAsking } from './polling';

/** Desktops listen; phones and people who save data ask now and then, which keeps no connection open. */
const asksOnly = (): boolean =>
  matchMedia('(max-width: 48em)').matches || (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The bell of the header: how many notices are unread, kept up to date, and the newest in its panel. */
export function Bell() {
  const { viewer } = useSession();
  const { data } = useQuery(UnreadNoticesDocument);
  const unread = data?.notices.totalCount, shown = unread && unread.value > 0 ? formatCount(unread) : null;
  useEffect(() => {
    if (asksOnly()) return keepAsking(refreshNotices);
    let stop: (() => void) | undefined, isOver = false;
    // The library of the connection comes when everything else stands.
    void import('./live').then(({ listen }) => {
      if (isOver) return;
      stop = listen(viewer.post.id, {
        arrived: (notice) => { toast(sentenceOf(notice)); refreshNotices(); },
        missed: refreshNotices,
      });
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [viewer.post.id]);
  const button = (props: FlyoutButton) => (
    <button type="button" className={css.bell} aria-label={words.bell(shown)} {...props}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 16V11a6 6 0 0112 0v5l2 2H4zM10 20a2 2 0 004 0" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {shown && <span className={css.badge} aria-hidden="true">{unread!.value > 99 ? '99+' : shown}</span>}
    </button>
  );
  return (
    <>
      <Flyout label={words.title} button={button}>{(close) => <Latest onFollow={close} />}</Flyout>
      <span aria-live="polite" className="visually-hidden">{shown && words.unreadNow(shown)}</span>
    </>
  );
}

function Latest({ onFollow }: { onFollow: () => void }) {
  const { viewer } = useSession();
  const result = useQuery(LatestNoticesDocument);
  return (
    <>
      <Answer result={result} data={result.data} what={words.failedBlock} rows={3}>
        {({ notices: { nodes } }) => nodes.length === 0 ? <p className={css.foot}>{words.latestNone}</p> : (
          <ul className={css.latest}>
            {nodes.map((notice) => (
              <li key={notice.id}>
                <span className={notice.isRead ? undefined : css.unread}>{!notice.isRead && <span className="visually-hidden">{words.unread}: </span>}{sentenceOf(notice)}</span>
                <span className={css.soft}>{formatInstant(notice.at)}</span>
                <div><NoticeLink notice={notice} onFollow={onFollow} /></div>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <p className={css.foot}>
        <Link to="/cong/$unitCode/thong-bao" params={{ unitCode: viewer.unit.code }} onClick={onFollow}>{words.all}</Link>
      </p>
    </>
  );
}
