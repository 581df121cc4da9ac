import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { SavedFilter } from './saved-filter.entity.js';

export const SavedFilterPayload = payloadOf('SavedFilter', 'savedFilter', SavedFilter);

@InputType()
export class SaveFilterInput {
  @Field(() => String) page!: string;
  @Field(() => String) name!: string;
  @Field(() => String) query!: string;
}

@InputType()
export class RemoveFilterInput {
  @Field(() => ID) id!: string;
}
