import { getNamedType, GraphQLError, isInputObjectType, type GraphQLInputType } from 'graphql';
import type { PortalKind, PostRole } from './portal-kind.js';
import type { Policy } from './policy.js';
import type { Selection } from './selection.js';

export interface Caller { readonly portalKind: PortalKind; readonly postRole: PostRole; /** Set while a person of the secretariat looks at another's portal. */ readonly viewing?: object | null }

/** 403 FORBIDDEN; `fields` are only names that the client itself sent. */
export const forbidden = (fields: readonly string[]): GraphQLError =>
  new GraphQLError('Cổng của đơn vị không được dùng các trường này.', { extensions: { code: 'FORBIDDEN', fields, http: { status: 403 } } });

/** Gate 2. Throws FORBIDDEN before anything runs if the operation names what the portal kind or the post may not: to read, filter, sort or write it. */
export function assertMayName(policy: Policy, { portalKind, postRole, viewing }: Caller, selections: ReadonlyMap<string, Selection>): void {
  const denied = new Set<string>();
  const judge = (path: string): void => { if (!policy.mayAs(portalKind, postRole, path) || (viewing && !policy.mayWhileViewing(path))) denied.add(path); };
  const judgeInput = (type: GraphQLInputType, value: unknown): void => {
    const named = getNamedType(type);
    if (Array.isArray(value)) { for (const item of value) judgeInput(type, item); return; }
    if (!isInputObjectType(named) || value === null || typeof value !== 'object') return;
    for (const [name, inner] of Object.entries(value)) {
      judge(`${named.name}.${name}`);
      judgeInput(named.getFields()[name].type, inner);
    }
  };
  const walk = (level: ReadonlyMap<string, Selection>): void => {
    for (const { parent, field, args, children } of level.values()) {
      judge(`${parent.name}.${field.name}`);
      for (const argument of field.args) judgeInput(argument.type, args[argument.name]);
      walk(children);
    }
  };
  walk(selections);
  if (denied.size > 0) throw forbidden([...denied].sort());
}

/** 400 BAD_USER_INPUT with a message for the person who sent it. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
