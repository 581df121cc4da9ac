import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { selectionAt } from '../graphql/reader.js';
import { AddCommentInput, CommentPayload, WithdrawCommentInput } from './comment.input.js';
import { addComment, withdrawComment } from './comment.service.js';

@Resolver()
export class CommentResolver {
  @Mutation(() => CommentPayload, { description: 'Words about an assignment, read by its unit, the leads of its task and the secretariat.' })
  addComment(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddCommentInput) input: AddCommentInput) {
    return addComment(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => CommentPayload, { description: 'Takes a comment of one\'s own back, on the day it was written.' })
  withdrawComment(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => WithdrawCommentInput) input: WithdrawCommentInput) {
    return withdrawComment(working(context), input, selectionAt(context, info));
  }
}
