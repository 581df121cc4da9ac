import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Instant } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';

@ObjectType({ simpleResolvers: true })
export class LinkedIdentity {
  @Field(() => ID) id!: number;
  @Field(() => Instant) createdAt!: string;
}

@ObjectType({ description: 'The identity provider by which people may sign in besides their password.', simpleResolvers: true })
export class IdentityProvider {
  @Field(() => String, { description: 'What people call it.' }) label!: string;
  @Field(() => [LinkedIdentity], { description: 'The identities there that sign in to the caller\'s account.' }) links!: readonly LinkedIdentity[];
}

@InputType()
export class BeginIdentityLinkInput {
  @Field(() => String) currentPassword!: string;
}

@InputType()
export class RemoveIdentityLinkInput {
  @Field(() => ID) id!: string;
}

@ObjectType({ simpleResolvers: true })
export class BeginIdentityLinkPayload {
  @Field(() => String, { nullable: true, description: 'The path to open in this browser, once, within a minute.' }) address!: string | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class RemoveIdentityLinkPayload {
  @Field(() => [UserError]) userErrors!: UserError[];
}
