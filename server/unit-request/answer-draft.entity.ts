import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day, Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { UnitRequest } from './unit-request.entity.js';

export enum AnswerOutcome { ANSWERED = 'ANSWERED', DECLINED = 'DECLINED' }
registerEnumType(AnswerOutcome, { name: 'AnswerOutcome' });

@ObjectType({ description: 'What a unit means to answer; its own working paper until its leader sends it.', simpleResolvers: true })
export class AnswerDraft {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => UnitRequest) request!: Relation<UnitRequest>;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => AnswerOutcome) outcome!: string;
  @Field(() => String) answer!: string;
  @Field(() => Day, { nullable: true }) grantedDay!: string | null;
  @Field(() => Post, { nullable: true }) author!: Relation<Post> | null;
  @Field(() => Instant) updatedAt!: string;
}
