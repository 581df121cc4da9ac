import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';
import { Handover, HandoverItem } from './handover.entity.js';

export const HandoverPayload = payloadOf('Handover', 'handover', Handover);
export const HandoverItemPayload = payloadOf('HandoverItem', 'handoverItem', HandoverItem);

@InputType()
export class HandOverInput {
  @Field(() => ID, { description: 'The post that ends.' }) from!: string;
  @Field(() => ID, { description: 'Another post of the same unit.' }) to!: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'What the taker may not do, as the preview says it, was read.' }) isAcknowledged!: boolean;
}

@InputType()
export class AcceptHandoverItemInput {
  @Field(() => ID) id!: string;
}

@ObjectType({ simpleResolvers: true })
export class HandoverWork {
  @Field(() => ID) rowId!: string;
  @Field(() => String, { nullable: true }) label!: string | null;
  @Field(() => Day, { nullable: true }) dueDay!: string | null;
}

@ObjectType({ description: 'What would move of one noun.', simpleResolvers: true })
export class HandoverGroup {
  @Field(() => String, { description: 'A noun, as "Assignment".' }) noun!: string;
  @Field(() => Int) count!: number;
  @Field(() => [HandoverWork], { description: 'The first of them, by their due days.' }) works!: HandoverWork[];
}

@ObjectType({ description: 'What a handover would do, and what the taker could not do with it. Nothing is written.', simpleResolvers: true })
export class HandoverPreview {
  @Field(() => [HandoverGroup]) groups!: HandoverGroup[];
  @Field(() => [String], { description: 'Sensitive nouns that the old post opens and the taker\'s does not.' }) missingNouns!: string[];
  @Field(() => Boolean, { description: 'The taker\'s villages or communes do not hold all of the old post\'s.' }) isTerritoryNarrower!: boolean;
  @Field(() => Boolean, { description: 'The old post signs for the unit and the taker\'s does not.' }) losesSigning!: boolean;
  @Field(() => Boolean, { description: 'Another post of the unit has the same name, so households and pairings by that name may be the other\'s.' }) hasNamesake!: boolean;
  @Field(() => [UserError], { description: 'Why this cannot be handed over so.' }) userErrors!: UserError[];
}
