import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { PostRole as Role } from '../access/portal-kind.js';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';
import { PostRole } from '../identity/post.entity.js';
import { accountAccess } from './account.access.js';
import { Account } from './account.entity.js';

export const AccountConnection = connectionOf('Account', Account);
const PagedAccounts = pageArguments('Account', listTypes(accountAccess, { id: 'id', login: 'text', name: 'text' }));

@ArgsType()
export class AccountArguments extends PagedAccounts {
  @Field(() => ID, { nullable: true, description: 'Of this unit alone; none is everybody whose account the viewer keeps.' }) unit?: string | null;
}

export const AccountPayload = payloadOf('Account', 'account', Account);
export const InvitationPayload = payloadOf('Invitation', 'account', Account);
Field(() => String, { nullable: true, description: 'The address below this system that is good once; told this one time, and not where it was mailed.' })(InvitationPayload.prototype, 'link');
Field(() => String, { nullable: true, description: 'The address that the link goes to by mail; none where whoever asked hands it over.' })(InvitationPayload.prototype, 'mailedTo');

/** Territory and term of a post. */
@InputType()
export class PostTerms {
  @Field(() => PostRole) role!: Role;
  @Field(() => [ID], { nullable: true, description: 'Villages of the own commune; none is the whole unit.' }) villages?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Communes that an office serves; none is the whole province.' }) communes?: string[] | null;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true, description: 'The last day.' }) validTo?: string | null;
}

@InputType({ description: 'A new person with a first post.' })
export class InviteAccountInput extends PostTerms {
  @Field(() => ID) unit!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'Small letters, digits, dots; ends in a dot and the unit\'s code.' }) login!: string;
  @Field(() => String, { nullable: true }) email?: string | null;
}

@InputType({ description: 'A further post for somebody who has an account already. The answer is the same whether or not there is such a login.' })
export class OfferPostInput extends PostTerms {
  @Field(() => ID) unit!: string;
  @Field(() => String, { description: 'The exact login.' }) login!: string;
  @Field(() => String, { description: 'As the unit is to name them.' }) name!: string;
}

@InputType()
export class AnswerOfferInput {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) accept!: boolean;
}

@InputType()
export class AccountInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class ChangeAccountInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) email?: string | null;
}

@InputType()
export class EndPostInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Day, { description: 'The last day; yesterday ends the post now.' }) lastDay!: string;
}

@InputType()
export class ChangePostInput extends PostTerms {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true }) officePhone?: string | null;
  @Field(() => [String], { description: 'Of the sensitive nouns that the post may open, those that it keeps; more are asked for by a request.' }) sensitiveNouns!: string[];
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String) token!: string;
  @Field(() => String, { description: '12 to 128 characters, not the login.' }) password!: string;
}

@ObjectType({ description: 'Whom an invitation or a reset is for, as far as the page needs it that sets the password.', simpleResolvers: true })
export class OpenedInvitation {
  @Field(() => String) name!: string;
  @Field(() => String) login!: string;
  @Field(() => String) unitName!: string;
  @Field(() => Boolean, { description: 'A first password; otherwise one in the place of another.' }) isFirst!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class AcceptInvitationPayload {
  @Field(() => String, { nullable: true, description: 'The code of the unit whose portal is open now; none where one signs in first.' }) unitCode!: string | null;
  @Field(() => Boolean) isDone!: boolean;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class OfferPostPayload {
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class EndSignInsPayload {
  @Field(() => Int) ended!: number;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@InputType()
export class EndSignInInput {
  @Field(() => ID, { nullable: true, description: 'One of the own; none ends all but the one that asks.' }) id?: string | null;
}
