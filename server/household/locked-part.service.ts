import type { PortalKind } from '../access/portal-kind.js';
import type { Working } from '../graphql/context.js';
import { mayRequest } from '../sight/sight-request.service.js';
import type { LockedPart } from './locked-part.entity.js';

/** The nouns and fields of a household that may be closed to somebody. */
const parts = [
  'Member', 'HouseholdContact', 'HouseholdIdentity', 'HouseholdIncome', 'Deprivation', 'HealthDeprivation', 'PovertyCause', 'HouseholdGroup', 'SupportNeed',
  'MemberLabour', 'MemberSchooling', 'MemberInsurance', 'MemberHealth', 'MeritRecord', 'SupportAmount', 'SupportLoan', 'Household.ethnicity', 'Household.note',
] as const;

/** Kinds that see of each noun only the rows that a clause, a help or a grant gives the unit. */
const byRows: ReadonlySet<PortalKind> = new Set(['department', 'massOrganisation']);
/** Of these nouns the secretariat reads all rows but the sensitive ones, which a post opens that is named for them. */
const partlySensitive: ReadonlySet<string> = new Set(['HealthDeprivation', 'PovertyCause']);

const commune = 'UBND xã, phường nơi hộ cư trú';
const ofProvider: ReadonlySet<string> = new Set(['SupportAmount', 'SupportLoan']);

/** What this portal kind and post may not open. The same for every household, or it would itself tell what is recorded. */
export function lockedParts({ viewer, policy }: Working): LockedPart[] {
  const { portalKind, sensitiveNouns, viewing } = viewer;
  return parts.flatMap((part): LockedPart[] => {
    const [noun, field] = part.split('.');
    const isNamed = sensitiveNouns.includes(noun);
    // A look at another's portal opens what both open: the secretariat's limits hold besides.
    if (partlySensitive.has(noun) && (portalKind === 'secretariat' || viewing)) return isNamed ? [] : [{ part, reason: 'POST', grantedBy: 'Lãnh đạo đơn vị', canRequest: false }];
    const resource = policy.byType.get(noun);
    if (!resource) return [];
    const isReadable = field ? policy.may(portalKind, part) && (!viewing || policy.mayWhileViewing(part)) : resource.rows[portalKind] !== undefined;
    if (!isReadable) return [{ part, reason: 'PORTAL', grantedBy: commune, canRequest: false }];
    if (resource.sensitive && !isNamed) return [{ part, reason: 'POST', grantedBy: 'Lãnh đạo đơn vị', canRequest: false }];
    if (!field && byRows.has(portalKind)) return [{ part, reason: 'ROWS', grantedBy: ofProvider.has(noun) ? 'Đơn vị hỗ trợ' : commune, canRequest: mayRequest({ viewer, policy }, noun) }];
    return [];
  });
}
