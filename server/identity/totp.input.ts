import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Instant } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';

@InputType()
export class LoginByCodeInput {
  @Field(() => String, { description: 'What login answered.' }) codeToken!: string;
  @Field(() => String, { description: 'Of the device, or a recovery code; each is taken once.' }) code!: string;
}

@InputType()
export class BeginSecondFactorInput {
  @Field(() => String) currentPassword!: string;
}

@InputType()
export class ConfirmSecondFactorInput {
  @Field(() => String) code!: string;
}

@InputType()
export class RemoveSecondFactorInput {
  @Field(() => String) currentPassword!: string;
  @Field(() => String) code!: string;
}

@ObjectType({ description: 'Whether signing in to the caller\'s account wants a code besides the password.', simpleResolvers: true })
export class SecondFactor {
  @Field(() => Boolean) isOn!: boolean;
  @Field(() => Boolean, { description: 'A rule asks this post for it, since it opens sensitive data.' }) isRequired!: boolean;
  @Field(() => Instant, { nullable: true }) enabledAt!: string | null;
  @Field(() => Int, { description: 'Recovery codes not used yet.' }) codesLeft!: number;
}

@ObjectType({ simpleResolvers: true })
export class BeginSecondFactorPayload {
  @Field(() => String, { nullable: true, description: 'For a device that cannot read the picture; shown once.' }) secret!: string | null;
  @Field(() => String, { nullable: true, description: 'An SVG of the QR code that a device reads.' }) picture!: string | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class ConfirmSecondFactorPayload {
  @Field(() => [String], { description: 'Each signs in once in place of the device\'s code. Shown once; kept as hashes.' }) recoveryCodes!: readonly string[];
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class SecondFactorPayload {
  @Field(() => [UserError]) userErrors!: UserError[];
}
