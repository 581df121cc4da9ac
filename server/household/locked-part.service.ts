import type { PortalKind } from '../access/portal-kind.js';
import type { Working } from '../graphql/context.js';
import type { LockedPart } from './locked-part.entity.js';

/** The nouns and fields of a household that may be closed to somebody. */
const parts = ['Member', 'HouseholdIdentity', 'Deprivation', 'HouseholdGroup', 'Household.ethnicity', 'Household.note'] as const;
const sensitiveNouns: ReadonlySet<string> = new Set(['HouseholdIdentity']);
/** Nouns of which a kind sees only the rows that a clause or a pairing gives its unit. */
const byRows: Partial<Record<PortalKind, readonly string[]>> = {
  department: ['Member', 'Deprivation', 'HouseholdGroup'], massOrganisation: ['Deprivation', 'HouseholdGroup'],
};

/** What this portal kind and post may not open. The same for every household, or it would itself tell what is recorded. */
export function lockedParts({ viewer, policy }: Working): LockedPart[] {
  const { portalKind } = viewer;
  return parts.flatMap((part): LockedPart[] => {
    const [noun, field] = part.split('.');
    const resource = policy.byType.get(noun)!;
    const readable = field ? policy.may(portalKind, part) : resource.rows[portalKind] !== undefined;
    if (!readable) return [{ part, reason: 'PORTAL', grantedBy: 'UBND xã, phường nơi hộ cư trú' }];
    if (sensitiveNouns.has(noun) && !viewer.sensitiveNouns.includes(noun)) return [{ part, reason: 'POST', grantedBy: 'Lãnh đạo đơn vị' }];
    if (byRows[portalKind]?.includes(noun)) return [{ part, reason: 'ROWS', grantedBy: 'UBND xã, phường nơi hộ cư trú' }];
    return [];
  });
}
