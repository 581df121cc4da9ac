import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { all, answered } from '../graphql/reader.js';
import { Purpose } from '../household/purpose.entity.js';
import { supportKindAccess } from './support.access.js';
import { Support, SupportKind, SupportLoan } from './support.entity.js';

@Resolver(() => Support)
export class SupportResolver {
  @Query(() => [SupportKind], { description: 'Every kind of help.' })
  supportKinds(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, supportKindAccess); }

  @FieldResolver(() => SupportLoan, { nullable: true, description: 'Opening it is logged with the purpose.' })
  loan(@Ctx() context: Context, @Root() row: Support, @Info() info: GraphQLResolveInfo, @Arg('purpose', () => Purpose) _purpose: Purpose) { return answered(context, row, info); }
}
