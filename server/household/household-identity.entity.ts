import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';

@ObjectType({ description: 'The papers of one member; each opening is logged with its purpose.', simpleResolvers: true })
export class HouseholdIdentity {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'CITIZEN_ID, BIRTH_NUMBER or NONE.' }) idKind!: string;
  @Field(() => String, { nullable: true, description: 'Last three digits.' }) idTail!: string | null;
  @Field(() => String, { nullable: true }) idNumber!: string | null;
  @Field(() => String, { nullable: true }) insuranceNumber!: string | null;
  @Field(() => Day, { nullable: true }) birthDate!: string | null;
}
