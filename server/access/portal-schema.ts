import {
  GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, isInputObjectType, isListType, isNonNullType, isObjectType,
  type GraphQLFieldConfig, type GraphQLInputFieldConfig, type GraphQLNamedType, type GraphQLType,
} from 'graphql';
import type { Policy } from './policy.js';
import { portalKinds, type PortalKind } from './portal-kind.js';

type FieldConfig = GraphQLFieldConfig<unknown, unknown> & GraphQLInputFieldConfig;

/** The part of the schema that a portal kind may name; types that nothing reaches are absent. Null when it may name nothing. */
export function portalSchema(schema: GraphQLSchema, policy: Policy, kind: PortalKind): GraphQLSchema | null {
  const made = new Map<string, GraphQLNamedType>();
  const named = (type: GraphQLNamedType): GraphQLNamedType => {
    if (!isObjectType(type) && !isInputObjectType(type)) return type;
    const known = made.get(type.name);
    if (known) return known;
    const fields = () => Object.fromEntries(Object.entries(type.toConfig().fields as Record<string, FieldConfig>)
      .filter(([name]) => policy.may(kind, `${type.name}.${name}`))
      .map(([name, field]) => [name, { ...field, type: replace(field.type), ...(field.args && {
        args: Object.fromEntries(Object.entries(field.args).map(([argument, config]) => [argument, { ...config, type: replace(config.type) }])),
      }) } as FieldConfig]));
    const copy = isObjectType(type)
      ? new GraphQLObjectType({ name: type.name, description: type.description, fields })
      : new GraphQLInputObjectType({ name: type.name, description: type.description, fields });
    made.set(type.name, copy);
    return copy;
  };
  const replace = <T extends GraphQLType>(type: T): T => (isListType(type) ? new GraphQLList(replace(type.ofType as GraphQLType))
    : isNonNullType(type) ? new GraphQLNonNull(replace(type.ofType as never)) : named(type as GraphQLNamedType)) as T;
  const root = (type: GraphQLObjectType | null | undefined): GraphQLObjectType | null =>
    type && Object.keys(type.getFields()).some(name => policy.may(kind, `${type.name}.${name}`)) ? named(type) as GraphQLObjectType : null;
  const query = root(schema.getQueryType());
  return query && new GraphQLSchema({ query, mutation: root(schema.getMutationType()), subscription: root(schema.getSubscriptionType()), directives: schema.getDirectives() });
}

/** One filtered schema a portal kind, built once. */
export const portalSchemas = (schema: GraphQLSchema, policy: Policy): ReadonlyMap<PortalKind, GraphQLSchema | null> =>
  new Map(portalKinds.map(kind => [kind, portalSchema(schema, policy, kind)]));
