/** The five portal kinds, in the order in which every access table lists them. */
export const portalKinds = ['secretariat', 'department', 'commune', 'massOrganisation', 'public'] as const;
export type PortalKind = (typeof portalKinds)[number];

/** headName → head_name. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, letter => '_' + letter.toLowerCase());

/** The database role of a portal kind: massOrganisation → portal_mass_organisation. */
export const roleOf = (kind: PortalKind): string => `portal_${snake(kind)}`;

/** What a person may be in a unit; the second table, over operations, is written in these. */
export const postRoles = ['LEADER', 'OFFICER', 'VILLAGE_OFFICER', 'VIEWER', 'SUPERVISOR', 'ACCOUNT_ADMINISTRATOR'] as const;
export type PostRole = (typeof postRoles)[number];
