import { useQuery } from '@apollo/client/react';
import { createContext, use, type ReactNode } from 'react';
import { forgetDrafts } from './draft';
import { client, toSignIn } from './graphql/client';
import { failureOf } from './graphql/failure';
import { wearHat } from './graphql/hat';
import { LogoutDocument, SessionDocument, SwitchHatDocument, type SessionViewerFragment } from './session.generated';
import { text } from './text/text';

export interface Session {
  viewer: SessionViewerFragment;
  /** The day of work ("2026-09-08"): the server's, which a demonstration sets. */
  today: string;
  year: number;
  permissions: ReadonlySet<string>;
}

const SessionContext = createContext<Session | null>(null);

/** Who is signed in, under which hat. Only inside SessionProvider's children. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside of a session');
  return session;
}

/** Whether something is a unit's by its tasks: of departments it is theirs who serve one of these codes by a clause of the plan. */
export const isServed = ({ portalKind, serves }: Pick<SessionViewerFragment, 'portalKind' | 'serves'>, codes: readonly string[]): boolean =>
  portalKind !== 'department' || codes.some((code) => serves.includes(code));

/** Whether this portal and post may name a path: "Household.headName", "Mutation.acceptAssignment". */
export const useCan = (path: string): boolean => useSession().permissions.has(path);

interface SessionProviderProps {
  /** Shown until the viewer is known. */
  waiting: ReactNode;
  failed: (failure: ReturnType<typeof failureOf>, retry: () => void) => ReactNode;
  children: ReactNode;
}

/** Asks who is signed in, wears that hat, and gives the session to what is inside. */
export function SessionProvider({ waiting, failed, children }: SessionProviderProps) {
  const { data, error, refetch } = useQuery(SessionDocument, { fetchPolicy: 'cache-first' });
  if (data) {
    const { viewer } = data;
    wearHat(viewer.post.id);
    const session = {
      viewer,
      today: viewer.today,
      year: Number(viewer.today.slice(0, 4)),
      permissions: new Set(viewer.permissions),
    };
    return <SessionContext value={session}>{children}</SessionContext>;
  }
  if (!error) return waiting;
  const failure = failureOf(error);
  // The link is already on its way to the sign-in page.
  if (failure.code === 'UNAUTHENTICATED' || failure.code === 'MUST_CHANGE_PASSWORD') return waiting;
  return failed(failure, () => void refetch());
}

/**
 * Changes the hat and opens its unit's portal. The page is loaded anew, so nothing that was read under the old hat
 * stays in memory. Returns a sentence when the change was refused.
 */
export async function switchHat(post: string): Promise<string | undefined> {
  try {
    const { data } = await client.mutate({ mutation: SwitchHatDocument, variables: { input: { post } }, fetchPolicy: 'no-cache' });
    const payload = data?.switchHat;
    if (!payload?.viewer) return payload?.userErrors.map((refusal) => refusal.message).join(' ') || text.states.failed;
    location.assign(`/cong/${payload.viewer.unit.code}`);
  } catch (error) {
    return failureOf(error).message;
  }
}

/** Opens the portal of the hat that the session wears now, after it was changed in another window. */
export const followHat = (): void => location.assign('/cong/');

/** Ends the session; the drafts on this device are removed, and leaving the page drops what was read. */
export async function signOut(): Promise<void> {
  forgetDrafts();
  await client.mutate({ mutation: LogoutDocument }).catch(() => undefined);
  toSignIn('dang-xuat');
}
