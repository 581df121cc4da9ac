import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import { Hat, HatUnit } from './hat.js';

@InputType()
export class LoginInput {
  @Field(() => String) login!: string;
  @Field(() => String, { description: 'At most 128 characters.' }) password!: string;
}

@InputType()
export class SwitchHatInput {
  @Field(() => ID, { description: "One of the viewer's posts." }) post!: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String) currentPassword!: string;
  @Field(() => String, { description: '12 to 128 characters, neither the login nor the password it replaces.' }) newPassword!: string;
}

@ObjectType({ description: 'Who is signed in now, under which hat.', simpleResolvers: true })
export class SignedInViewer {
  @Field(() => ID) id!: number;
  @Field(() => String) name!: string;
  @Field(() => Hat) post!: Hat;
  @Field(() => HatUnit) unit!: HatUnit;
}

@ObjectType({ simpleResolvers: true })
export class LoginPayload {
  @Field(() => SignedInViewer, { nullable: true }) viewer!: SignedInViewer | null;
  @Field(() => Boolean, { description: 'Nothing else is answered until the password has been changed.' }) mustChangePassword!: boolean;
  @Field(() => Boolean, { description: 'Nothing else is answered until a second factor has been set up.' }) mustSetUpSecondFactor!: boolean;
  @Field(() => String, { nullable: true, description: 'The password was right and a code is owed: for loginByCode, once, within five minutes. Nobody is signed in yet.' }) codeToken!: string | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class LogoutPayload {
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class SwitchHatPayload {
  @Field(() => SignedInViewer, { nullable: true }) viewer!: SignedInViewer | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class ChangePasswordPayload {
  @Field(() => [UserError]) userErrors!: UserError[];
}
