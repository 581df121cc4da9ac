import { Field, ObjectType } from 'type-graphql';

export type UserErrorCode = 'NOT_FOUND' | 'CONFLICT' | 'BAD_INPUT' | 'NOT_ALLOWED_NOW' | 'SIGN_IN_FAILED' | 'TRY_LATER';

@ObjectType({ description: 'Why nothing was saved, in words for the person who sent it.', simpleResolvers: true })
export class UserError {
  @Field(() => String, { nullable: true, description: 'The field of the input to mend.' }) field!: string | null;
  @Field(() => String) code!: UserErrorCode;
  @Field(() => String, { description: 'What is wrong and how to mend it.' }) message!: string;
}

@ObjectType({ description: 'A field that two writers changed, with both values.', simpleResolvers: true })
export class FieldConflict {
  @Field(() => String) field!: string;
  @Field(() => String, { nullable: true }) yours!: string | null;
  @Field(() => String, { nullable: true }) current!: string | null;
}
