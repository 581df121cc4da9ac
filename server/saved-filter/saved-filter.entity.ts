import { Field, ID, ObjectType } from 'type-graphql';
import { Instant } from '../graphql/scalars.js';

@ObjectType({ description: 'A list\'s filters as a post keeps them for itself.', simpleResolvers: true })
export class SavedFilter {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'The list that it is for, as it stands in the address: ho.' }) page!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'The text of the address after the question mark.' }) query!: string;
  @Field(() => Instant) createdAt!: string;
}
