import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { selectionAt } from '../graphql/reader.js';
import { RecordVillageAreaTypeInput, VillageAreaTypePayload } from './village-area-type.input.js';
import { recordVillageAreaType } from './village-area-type.service.js';

@Resolver()
export class VillageAreaTypeResolver {
  @Mutation(() => VillageAreaTypePayload)
  recordVillageAreaType(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordVillageAreaTypeInput) input: RecordVillageAreaTypeInput) {
    return recordVillageAreaType(working(context), input, selectionAt(context, info));
  }
}
