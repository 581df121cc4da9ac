import { isObjectType, type GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { portalKinds } from '../access/portal-kind.js';
import { working, type Context } from '../graphql/context.js';
import { nounWords, rowWords } from './noun-words.js';
import { PermissionNoun } from './permission.entity.js';

@Resolver()
export class PermissionResolver {
  /** The secretariat reads the whole matrix; every other portal its own column, and of that only what it may name. */
  @Query(() => [PermissionNoun], { description: 'The permission matrix as far as the viewer may know it.' })
  permissionMatrix(@Ctx() context: Context, @Info() { schema }: GraphQLResolveInfo): PermissionNoun[] {
    const { policy, viewer } = working(context);
    const isWhole = viewer.portalKind === 'secretariat';
    const shown = portalKinds.filter(kind => isWhole || kind === viewer.portalKind);
    return policy.nouns.map(resource => {
      const type = schema.getType(resource.type);
      const described = isObjectType(type) ? type : null;
      const { name, what = null, ground = null, fields: reasons = {} } = nounWords(resource.type);
      const fields = [...resource.fields.values()].filter(f => isWhole || f.verbs[viewer.portalKind] !== '').map(f => ({
        field: f.name, description: described?.getFields()[f.name]?.description ?? null, sensitive: f.sensitive || resource.sensitive,
        why: reasons[f.name]?.why ?? null, ground: reasons[f.name]?.ground ?? null,
        ...Object.fromEntries(portalKinds.map(kind => [kind, shown.includes(kind) ? f.verbs[kind] : null])) as Record<(typeof portalKinds)[number], string | null>,
      }));
      const rows = shown.filter(kind => kind !== 'public').map(portal => ({ portal, reads: rowWords(resource, portal), writes: resource.write[portal] !== undefined }));
      return { noun: resource.type, description: described?.description ?? null, name, what, ground, rows, fields };
    }).filter(noun => noun.fields.length > 0);
  }
}
