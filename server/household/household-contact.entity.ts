import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where the family is found: for its commune, its helper and whoever brings it a help.', simpleResolvers: true })
export class HouseholdContact {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true }) addressDetail!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => Number, { nullable: true, description: 'Found by GPS; sensitive.' }) latitude!: number | null;
  @Field(() => Number, { nullable: true, description: 'Found by GPS; sensitive.' }) longitude!: number | null;
}
