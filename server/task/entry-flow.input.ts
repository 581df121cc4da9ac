import { Field, ID, InputType } from 'type-graphql';
import { EntryField } from './entry-step.entity.js';

@InputType({ description: 'Hands a draft to the unit\'s leader for signature.' })
export class SubmitProgressEntryInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'Takes back what was handed to the leader and is not signed yet.' })
export class WithdrawProgressEntryInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'The leader sends back to the officer what was handed over.' })
export class SendBackProgressEntryInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}

@InputType()
export class SignProgressEntryInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class EntryReturnInput {
  @Field(() => EntryField) field!: string;
  @Field(() => String) reason!: string;
}

@InputType({ description: 'Gives a signed entry back to be completed; each thing asked for stands beside its field.' })
export class ReturnProgressEntryInput {
  @Field(() => ID) id!: string;
  @Field(() => [EntryReturnInput]) reasons!: EntryReturnInput[];
}
