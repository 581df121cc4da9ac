import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { UserError } from '../graphql/user-error.js';
import { noticeAccess } from './notice.access.js';
import { Notice, noticeKinds } from './notice.entity.js';

export const NoticeConnection = connectionOf('Notice', Notice);
export const NoticeArguments = pageArguments('Notice', listTypes(noticeAccess, { id: 'id', kind: ['NoticeKind', noticeKinds], at: 'instant', isRead: 'boolean' }));

@InputType()
export class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'This notice and every older one: those that came meanwhile stay unread.' }) upTo?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class NoticesReadPayload {
  @Field(() => Int, { description: 'How many were unread until now.' }) count!: number;
  @Field(() => [UserError]) userErrors!: UserError[];
}
