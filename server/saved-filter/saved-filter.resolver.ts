import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { all, selectionAt } from '../graphql/reader.js';
import { savedFilterAccess } from './saved-filter.access.js';
import { SavedFilter } from './saved-filter.entity.js';
import { RemoveFilterInput, SavedFilterPayload, SaveFilterInput } from './saved-filter.input.js';
import { removeFilter, saveFilter } from './saved-filter.service.js';

@Resolver(() => SavedFilter)
export class SavedFilterResolver {
  @Query(() => [SavedFilter], { description: 'The filters that the viewer\'s post keeps, of every list.' })
  savedFilters(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, savedFilterAccess); }

  @Mutation(() => SavedFilterPayload)
  saveFilter(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveFilterInput) input: SaveFilterInput) {
    return saveFilter(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SavedFilterPayload, { description: 'Answers with the filter as it was.' })
  removeFilter(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RemoveFilterInput) input: RemoveFilterInput) {
    return removeFilter(working(context), input, selectionAt(context, info));
  }
}
