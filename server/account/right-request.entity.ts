import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';

export enum RightRequestState { REQUESTED = 'REQUESTED', GRANTED = 'GRANTED', REFUSED = 'REFUSED' }
registerEnumType(RightRequestState, { name: 'RightRequestState' });

@ObjectType({ description: 'Đề nghị cấp quyền mở dữ liệu nhạy cảm: asked for a post by one person and granted by another.', simpleResolvers: true })
export class RightRequest {
  @Field(() => ID) id!: string;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Post, { nullable: true, description: 'The post that is to open more.' }) post!: Relation<Post> | null;
  @Field(() => [String], { description: 'The sensitive nouns asked for.' }) nouns!: string[];
  @Field(() => String) reason!: string;
  @Field(() => RightRequestState) state!: string;
  @Field(() => Post, { nullable: true }) requestedBy!: Relation<Post> | null;
  @Field(() => Day) requestedOn!: string;
  @Field(() => Post, { nullable: true }) decidedBy!: Relation<Post> | null;
  @Field(() => Day, { nullable: true }) decidedOn!: string | null;
  @Field(() => String, { nullable: true }) answer!: string | null;
  @Field(() => Boolean, { description: 'Whether the viewer may decide it: a leader, neither for oneself nor on the own request.' }) mayDecide!: boolean;
}
