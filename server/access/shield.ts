import { GraphQLError, isObjectType, type GraphQLSchema } from 'graphql';
import { applyMiddlewareToDeclaredResolvers } from 'graphql-middleware';
import { allow, deny, rule, shield, type IRules } from 'graphql-shield';
import { forbidden, type Caller as Called } from './guard.js';
import type { Policy } from './policy.js';

interface Caller { readonly viewer: Called | null }

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Đăng nhập để tiếp tục.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });

/** Operations that a guest may run; all others want a hat. */
export const guestOperations: ReadonlySet<string> = new Set(['Mutation.login', 'Mutation.loginByCode', 'Query.invitation', 'Mutation.acceptInvitation']);

/** Gate 1: a rule on every root field; whatever has no line in the policy is denied. Other fields are gates 2 and 3. */
export function shieldRootFields(schema: GraphQLSchema, policy: Policy): GraphQLSchema {
  const may = (path: string) => rule(`may ${path}`, { cache: 'no_cache' })(async (_parent, _args, { viewer }: Caller) => {
    if (guestOperations.has(path)) return true;
    if (!viewer) return unauthenticated();
    return (policy.mayRun(viewer.portalKind, viewer.postRole, path) && (!viewer.viewing || policy.mayWhileViewing(path))) || forbidden([path]);
  });
  const tree: Record<string, Record<string, ReturnType<typeof may> | typeof deny> | typeof allow> = {};
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type)) tree[type.name] = allow;
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) if (root) {
    const known = Object.keys(root.getFields()).map(name => `${root.name}.${name}`).filter(path => policy.operations[path] || guestOperations.has(path));
    tree[root.name] = { '*': deny, ...Object.fromEntries(known.map(path => [path.slice(root.name.length + 1), may(path)])) };
  }
  const declared = declaredResolvers(schema);
  const rules = shield(tree as unknown as IRules, { fallbackRule: deny, allowExternalErrors: true, fallbackError: forbidden([]) });
  const guarded = applyMiddlewareToDeclaredResolvers(schema, rules);
  // The middleware leaves a wrapper on every field; those that only read a property cost a tenfold on long lists.
  for (const type of Object.values(guarded.getTypeMap())) if (isObjectType(type) && !type.name.startsWith('__'))
    for (const field of Object.values(type.getFields())) if (!declared.has(`${type.name}.${field.name}`)) field.resolve = undefined;
  return guarded;
}

const declaredResolvers = (schema: GraphQLSchema): ReadonlySet<string> => new Set(Object.values(schema.getTypeMap()).flatMap(type =>
  isObjectType(type) ? Object.values(type.getFields()).filter(field => field.resolve).map(field => `${type.name}.${field.name}`) : []));
