import { Navigate, Outlet, useParams } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { followHat, SessionProvider, useSession } from '../session';
import { useHatChanged } from '../graphql/hat';
import { text } from '../text/text';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { Failed, Loading, OfflineStrip } from '../ui/states';
import { Banner, Header } from './header';
import { BottomBar, SideNavigation } from './navigation';
import css from './portal.module.css';
import { useSwitchHat } from './switch-hat';

const ViewBanner = lazy(() => import('./view-banner').then((module) => ({ default: module.ViewBanner })));

/** One unit's portal: header, navigation and the page, once the session is known and wears this unit's hat. */
export const Portal = () => <WithSession><Frame /></WithSession>;

/** The address without a unit: goes on to the portal of the hat in use. */
export const Start = () => <WithSession><ToOwnPortal /></WithSession>;

function ToOwnPortal() {
  const { viewer } = useSession();
  return <Navigate to="/cong/$unitCode" params={{ unitCode: viewer.unit.code }} replace />;
}

function WithSession({ children }: { children: ReactNode }) {
  return (
    <SessionProvider
      waiting={<Bare><Loading rows={5} /></Bare>}
      failed={(failure, retry) => <Bare><Failed message={failure.message} code={failure.requestId} onRetry={retry} /></Bare>}
    >
      {children}
    </SessionProvider>
  );
}

function Frame() {
  const { viewer } = useSession();
  const { unitCode } = useParams({ from: '/cong/$unitCode' });
  const hatChanged = useHatChanged();
  const isOwn = viewer.unit.code === unitCode;
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#noi-dung">
        {text.shell.skip}
      </a>
      <Header />
      <Banner />
      {viewer.viewingAs && <Suspense><ViewBanner /></Suspense>}
      <OfflineStrip />
      <div className={css.columns}>
        {isOwn && <SideNavigation />}
        <main id="noi-dung" tabIndex={-1} className={css.main}>
          {hatChanged ? <HatChanged /> : isOwn ? <Outlet key={viewer.post.id} /> : <OtherPortal code={unitCode} />}
        </main>
      </div>
      {isOwn && !hatChanged && <BottomBar />}
    </div>
  );
}

function HatChanged() {
  return (
    <Page title={text.hat.changedTitle}>
      <p>{text.hat.changedLead}</p>
      <div>
        <Button kind="primary" onClick={() => void followHat()}>
          {text.hat.changedAction}
        </Button>
      </div>
    </Page>
  );
}

/** The address of another unit: a hat of one's own can be put on; for anything else it looks like nothing is there. */
function OtherPortal({ code }: { code: string }) {
  const { viewer } = useSession();
  const { change, busy } = useSwitchHat();
  const post = viewer.posts.find(({ unit }) => unit.code === code);
  return (
    <Page title={post ? text.hat.otherTitle : text.states.notFoundTitle}>
      <p>
        {post ? text.hat.otherMine(post.unit.name) : text.states.notFound} {text.hat.other(viewer.unit.name)}
      </p>
      <div className={css.choices}>
        {post && (
          <Button kind="primary" busy={busy} onClick={() => void change(post.id)}>
            {text.hat.switchTo(post.unit.name)}
          </Button>
        )}
        <Button onClick={() => location.assign(`/cong/${viewer.unit.code}`)}>{text.hat.backTo(viewer.unit.name)}</Button>
      </div>
    </Page>
  );
}

function Bare({ children }: { children: ReactNode }) {
  return (
    <div className={css.frame}>
      <div className={css.bareHeader}>{text.app.name}</div>
      <main className={css.main}>{children}</main>
    </div>
  );
}
