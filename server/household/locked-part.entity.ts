import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A part that this portal kind and post may not open, whether or not a record exists.', simpleResolvers: true })
export class LockedPart {
  @Field(() => String, { description: 'A noun, or a field as Household.ethnicity.' }) part!: string;
  @Field(() => String, { description: 'PORTAL: no unit of this kind; ROWS: only for households that a clause gives; POST: the unit may, this post may not.' }) reason!: string;
  @Field(() => String, { description: 'Whom to ask.' }) grantedBy!: string;
  @Field(() => Boolean, { description: 'Whether this post may send the commune a request to see it.' }) canRequest!: boolean;
}
