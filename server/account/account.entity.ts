import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PostRole as Role } from '../access/portal-kind.js';
import { Day, Instant } from '../graphql/scalars.js';
import { PostRole } from '../identity/post.entity.js';
import { UnitKind } from '../unit/unit.entity.js';

@ObjectType({ description: 'A village or a commune that narrows a post.', simpleResolvers: true })
export class AccountPlace {
  @Field(() => ID) id!: number;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'A post as those see it who keep the unit\'s accounts.', simpleResolvers: true })
export class AccountPost {
  @Field(() => ID) id!: number;
  @Field(() => Int) version!: number;
  @Field(() => ID) unitId!: number;
  @Field(() => String) unitName!: string;
  @Field(() => String) name!: string;
  @Field(() => PostRole) role!: Role;
  @Field(() => String, { nullable: true }) officePhone!: string | null;
  @Field(() => [AccountPlace], { nullable: true, description: 'Null is the whole unit.' }) villages!: AccountPlace[] | null;
  @Field(() => [AccountPlace], { nullable: true, description: 'Null is the whole province.' }) communes!: AccountPlace[] | null;
  @Field(() => [String], { description: 'What of the sensitive the post may open.' }) sensitiveNouns!: string[];
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true, description: 'The last day.' }) validTo!: string | null;
  @Field(() => Boolean) isHeld!: boolean;
  @Field(() => Boolean) isOver!: boolean;
  @Field(() => Boolean, { description: 'Whether the viewer may change and end it: a post not above the own rights, and not the own.' }) mayChange!: boolean;
}

@ObjectType({ description: 'A person\'s account, for those who keep the accounts of a unit that the person works for. Of the person\'s other units it says nothing but that there are some.', simpleResolvers: true })
export class Account {
  @Field(() => ID) id!: number;
  @Field(() => String) login!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => Instant, { nullable: true, description: 'Locked since then.' }) lockedOn!: string | null;
  @Field(() => Boolean) mustChangePassword!: boolean;
  @Field(() => Instant, { nullable: true, description: 'Null while the invitation was not used.' }) joinedAt!: string | null;
  @Field(() => Boolean) hasSecondFactor!: boolean;
  @Field(() => Instant, { nullable: true, description: 'The last sign-in to a unit that the viewer keeps.' }) lastSignInAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'Until when an invitation or a reset that was not used yet is good.' }) linkUntil!: string | null;
  @Field(() => Boolean) hasOtherPosts!: boolean;
  @Field(() => Boolean, { description: 'Whether the viewer may reset, lock and unlock it.' }) mayAdminister!: boolean;
  @Field(() => [AccountPost], { description: 'Of units that the viewer keeps.' }) posts!: AccountPost[];
}

@ObjectType({ description: 'A unit whose accounts the viewer keeps.', simpleResolvers: true })
export class KeptUnit {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) shortName!: string;
  @Field(() => UnitKind) kind!: string;
  @Field(() => Int, { description: 'With a post that is not over.' }) people!: number;
  @Field(() => Int, { description: 'Leaders who can sign in today.' }) leaders!: number;
  @Field(() => Int, { description: 'Account administrators who can sign in today.' }) administrators!: number;
  @Field(() => [PostRole], { description: 'Roles that the viewer may give there.' }) roles!: Role[];
  @Field(() => [String], { description: 'Sensitive nouns that its portal has at all.' }) sensitiveNouns!: string[];
}

@ObjectType({ description: 'A further post offered to a login, whether or not anybody has it.', simpleResolvers: true })
export class PostOffer {
  @Field(() => ID) id!: string;
  @Field(() => String) login!: string;
  @Field(() => String) name!: string;
  @Field(() => PostRole) role!: Role;
  @Field(() => Instant) expiresAt!: string;
}

@ObjectType({ description: 'A further post that is offered to the caller.', simpleResolvers: true })
export class OwnOffer {
  @Field(() => ID) id!: string;
  @Field(() => String) unitName!: string;
  @Field(() => PostRole) role!: Role;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => Instant) expiresAt!: string;
}

@ObjectType({ description: 'One of the caller\'s own sign-ins that is alive.', simpleResolvers: true })
export class OwnSignIn {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Browser and system, as "Chrome, Windows".' }) device!: string | null;
  @Field(() => String, { nullable: true, description: 'The coarse beginning of the network address.' }) address!: string | null;
  @Field(() => Instant) since!: string;
  @Field(() => Instant) lastSeenAt!: string;
  @Field(() => String, { nullable: true }) unitName!: string | null;
  @Field(() => Boolean, { description: 'The one that asks.' }) isCurrent!: boolean;
}
