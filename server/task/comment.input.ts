import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Comment } from './comment.entity.js';

export const CommentPayload = payloadOf('Comment', 'comment', Comment);

@InputType()
export class AddCommentInput {
  @Field(() => ID) assignment!: string;
  @Field(() => String) text!: string;
}

@InputType()
export class WithdrawCommentInput {
  @Field(() => ID) id!: string;
}
