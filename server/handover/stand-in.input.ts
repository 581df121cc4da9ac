import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';

@ObjectType({ description: 'Some days on which a colleague works on behalf of a post.', simpleResolvers: true })
export class StandIn {
  @Field(() => ID, { description: 'Of the post that stands in.' }) id!: number;
  @Field(() => String, { description: 'Names both.' }) name!: string;
  @Field(() => ID) principal!: number;
  @Field(() => String) principalName!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day) validTo!: string;
  @Field(() => Boolean, { description: 'The viewer lent the post, stands in for it, or leads the unit.' }) mayEnd!: boolean;
}

@InputType()
export class StartStandInInput {
  @Field(() => ID, { description: 'The post that is lent: one\'s own, or for a leader any of the unit.' }) principal!: string;
  @Field(() => ID, { description: 'A post of the colleague in the same unit.' }) colleague!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { description: 'The last day.' }) validTo!: string;
}

@InputType()
export class EndStandInInput {
  @Field(() => ID) id!: string;
}

@ObjectType({ simpleResolvers: true })
export class StandInPayload {
  @Field(() => StandIn, { nullable: true }) standIn!: StandIn | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}
