import { Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '../session';
import { text } from '../text/text';
import { ActionMenu } from '../ui/action-menu';
import { icons, type IconName } from './icons';
import css from './navigation.module.css';
import { destinationsOf } from './destinations';

/** The column of pages on a desktop. */
export function SideNavigation() {
  const session = useSession(), { viewer } = session;
  return (
    <nav className={css.side} aria-label={text.shell.navigation}>
      {destinationsOf(session).map(({ to, label, icon, exact }) => (
        <Link key={to} to={to} params={{ unitCode: viewer.unit.code }} activeOptions={{ exact, includeSearch: false }} className={css.sideLink}>
          <Icon name={icon} />
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** The bar of four at the foot of a phone; what does not fit is under "Thêm". */
export function BottomBar() {
  const session = useSession(), { viewer } = session;
  const navigate = useNavigate();
  const all = destinationsOf(session);
  const params = { unitCode: viewer.unit.code };
  const shown = all.length > 4 ? all.slice(0, 3) : all;
  const rest = all.slice(shown.length);
  return (
    <nav className={css.bottom} aria-label={text.shell.navigation}>
      {shown.map(({ to, label, short, icon, exact }) => (
        <Link key={to} to={to} params={params} activeOptions={{ exact, includeSearch: false }} className={css.bottomLink}>
          <Icon name={icon} />
          {short ?? label}
        </Link>
      ))}
      {rest.length > 0 && (
        <ActionMenu
          above
          label={text.shell.more}
          button={(props) => (
            <button type="button" className={css.bottomLink} {...props}>
              <Icon name="more" />
              {text.shell.more}
            </button>
          )}
          groups={[{ key: 'rest', actions: rest.map(({ to, label }) => ({ key: to, label, onSelect: () => void navigate({ to, params }) })) }]}
        />
      )}
    </nav>
  );
}

function Icon({ name }: { name: IconName }) {
  return (
    <svg className={css.icon} viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
