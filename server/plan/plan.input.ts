import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { listTypes } from '../graphql/filter.js';
import { Day } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';
import { planAccess } from './plan.access.js';
import { DocumentState, Plan } from './plan.entity.js';

// The root field finds the plan by its year.
listTypes(planAccess, { id: 'id', year: 'number' });

@InputType({ description: 'A state that the plan\'s document has reached: numbered, then signed.' })
export class RecordPlanVersionInput {
  @Field(() => ID) plan!: string;
  @Field(() => DocumentState) state!: string;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => Day, { nullable: true }) day?: string | null;
  @Field(() => String, { nullable: true }) signer?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RecordPlanVersionPayload {
  @Field(() => Plan, { nullable: true }) plan!: Plan | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}
