import { isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Policy } from './policy.js';

/** Every way in which schema and access tables disagree: a field without a line, a line without a field. Empty when they agree. */
export function checkSchema(schema: GraphQLSchema, policy: Policy): string[] {
  const problems: string[] = [];
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInputObjectType(type)) || type.name.startsWith('__')) continue;
    const resource = policy.byType.get(type.name);
    for (const name of Object.keys(type.getFields())) {
      const path = `${type.name}.${name}`;
      const listed = roots.has(type as never) ? path in policy.operations : resource ? resource.fields.has(name) : policy.readers(path).length > 0;
      if (!listed) problems.push(`${path}: có trong lược đồ, không có dòng trong bảng quyền`);
    }
  }
  for (const resource of policy.nouns) {
    const type = schema.getType(resource.type);
    const fields = isObjectType(type) ? type.getFields() : {};
    for (const name of resource.fields.keys()) if (!(name in fields)) problems.push(`${resource.type}.${name}: có dòng trong bảng quyền, không có trong lược đồ`);
  }
  for (const path of Object.keys(policy.operations)) {
    const [root, name] = path.split('.');
    const type = schema.getType(root);
    if (!isObjectType(type) || !(name in type.getFields())) problems.push(`${path}: có dòng trong bảng quyền, không có trong lược đồ`);
  }
  return problems;
}
