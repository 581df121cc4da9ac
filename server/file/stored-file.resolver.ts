import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { one } from '../graphql/reader.js';
import { storedFileAccess } from './stored-file.access.js';
import { StoredFile } from './stored-file.entity.js';

@Resolver(() => StoredFile)
export class StoredFileResolver {
  @Query(() => StoredFile, { nullable: true, description: 'A file of the own post; its bytes are at /files/<id>.' })
  storedFile(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, storedFileAccess, id); }
}
