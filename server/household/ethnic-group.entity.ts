import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One of the 54 ethnic groups, by the code of the General Statistics Office.', simpleResolvers: true })
export class EthnicGroup {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Boolean) isMinority!: boolean;
}
