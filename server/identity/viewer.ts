import type { PortalKind, PostRole } from '../access/portal-kind.js';
import type { Hat } from './hat.js';

/** A look at another unit's portal: whose it is in truth, and the hat that the look is had under, which is nobody's post. */
export interface Viewing { readonly unitId: number; readonly postId: number; readonly hat: Hat; readonly until: string }

/** A signed-in person under one hat. Every gate reads this and nothing else about the caller. */
export interface Viewer {
  readonly accountId: number;
  readonly accountName: string;
  readonly postId: number;
  readonly postName: string;
  readonly postRole: PostRole;
  /** The post on whose behalf this one works, for some days. */
  readonly standsInForId?: number | null;
  readonly unitId: number;
  readonly unitCode: string;
  readonly portalKind: PortalKind;
  /** null is the whole unit, else only these villages. */
  readonly villages: readonly number[] | null;
  /** null is the whole province, else only these communes. */
  readonly communes: readonly number[] | null;
  /** Sensitive nouns that this post may open; empty for most. */
  readonly sensitiveNouns: readonly string[];
  readonly mustChangePassword: boolean;
  /** While another unit's portal is looked at, all of the above is of that unit and this is of the person; nothing is written and nothing ★ is read. */
  readonly viewing?: Viewing | null;
  /** A rule of the unit or its portal asks for a second factor, and the account has none. */
  readonly mustSetUpSecondFactor?: boolean;
}
