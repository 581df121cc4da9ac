import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { countDrafts } from '../draft';
import { signOut, useSession } from '../session';
import { toggleShortcuts, useShortcuts } from '../shortcuts';
import { formatDay } from '../text/format';
import { text } from '../text/text';
import { ActionMenu } from '../ui/action-menu';
import { ConfirmDialog } from '../ui/confirm-dialog';
import type { FlyoutButton } from '../ui/flyout';
import css from './header.module.css';
import { LazyBell } from './lazy-bell';
import { Roundel } from './roundel';
import { useSwitchHat } from './switch-hat';

/** Whose portal this is, and the account's menu: hats, keys, signing out. */
export function Header() {
  const { viewer, year } = useSession();
  return (
    <header className={css.header}>
      <Link to="/cong/$unitCode" params={{ unitCode: viewer.unit.code }} className={css.brand}>
        <Roundel logo={viewer.unit.logo} />
        <span className={css.names}>
          <span className={css.app}>{text.app.name}</span>
          <span className={css.unit}>
            {viewer.unit.name} · {text.app.planShort(year)}
          </span>
        </span>
      </Link>
      <LazyBell />
      <AccountMenu />
    </header>
  );
}

function AccountMenu() {
  const { viewer } = useSession();
  const { change } = useSwitchHat();
  const navigate = useNavigate();
  const shortcuts = useShortcuts();
  const [asking, setAsking] = useState(false);
  const drafts = countDrafts();
  const button = (props: FlyoutButton) => (
    <button type="button" className={css.account} {...props}>
      <span className={css.initials}>{initials(viewer.name)}</span>
      <span className={css.accountName}>{viewer.name}</span>
      <span className="visually-hidden">{text.shell.account}</span>
      <span aria-hidden="true">▾</span>
    </button>
  );
  // Somebody else's portal is looked at: one's own account is not opened from there.
  const isOwn = viewer.viewingAs === null;
  const hats = viewer.posts.map((post) => ({
    key: post.id,
    current: post.id === viewer.post.id,
    label: (
      <>
        {post.unit.name}
        <br />
        <small>
          {post.name} · {text.postRole[post.role]}
          {post.id === viewer.post.id && ` · ${text.shell.hatHere}`}
        </small>
      </>
    ),
    onSelect: () => void (post.id === viewer.post.id || change(post.id)),
  }));
  return (
    <>
      <ActionMenu
        label={text.shell.account}
        button={button}
        groups={[
          { key: 'hats', title: text.shell.hats, actions: hats },
          {
            key: 'account',
            actions: [
              isOwn && { key: 'own', label: text.shell.ownAccount, onSelect: () => void navigate({ to: '/cong/$unitCode/tai-khoan', params: { unitCode: viewer.unit.code } }) },
              { key: 'keys', label: shortcuts ? text.shell.shortcutsOn : text.shell.shortcutsOff, onSelect: toggleShortcuts },
              isOwn && { key: 'factor', label: text.shell.secondFactor, onSelect: () => void navigate({ to: '/cong/$unitCode/tai-khoan/xac-thuc', params: { unitCode: viewer.unit.code } }) },
              { key: 'out', label: text.shell.signOut, onSelect: () => (drafts > 0 ? setAsking(true) : void signOut()) },
            ].filter((action) => action !== false),
          },
        ]}
      />
      <ConfirmDialog
        title={text.shell.signOutTitle}
        open={asking}
        confirm={text.shell.signOutConfirm}
        onConfirm={() => void signOut()}
        onClose={() => setAsking(false)}
      >
        <p>{text.shell.signOutDrafts(drafts)}</p>
      </ConfirmDialog>
    </>
  );
}

/** Says that the day of work is not today's. */
export function Banner() {
  const { viewer, today } = useSession();
  if (!viewer.isDemonstrationDay) return null;
  return (
    <aside className={css.banner} data-print="no" aria-label={text.control.notice}>
      {text.shell.demonstration(formatDay(today))}
    </aside>
  );
}

/** "Nguyễn Thị Hạnh" → "NH": family and given name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  return words.length === 1 ? first.slice(0, 1) : `${first.slice(0, 1)}${last.slice(0, 1)}`;
}
