import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { PortalKind } from '../access/portal-kind.js';
import { readOne } from '../database/read.js';
import { calendarDay } from '../database/session.js';
import { working, type Context } from '../graphql/context.js';
import { readerOf, selectionAt } from '../graphql/reader.js';
import { Day } from '../graphql/scalars.js';
import { unitAccess } from '../unit/unit.access.js';
import { Unit, UnitKind } from '../unit/unit.entity.js';
import { Hat } from './hat.js';
import { ChangePasswordInput, ChangePasswordPayload, LoginInput, LoginPayload, LogoutPayload, SwitchHatInput, SwitchHatPayload } from './identity.input.js';
import { changePassword, login, logout, switchHat, type Caller } from './identity.service.js';
import { EndViewAsPayload, StartViewAsInput, StartViewAsPayload, ViewingAs } from './view-as.input.js';
import { endViewAs, startViewAs, viewingAs } from './view-as.service.js';

@ObjectType('Viewer', { description: 'The person who is signed in, under the hat in use.', simpleResolvers: true })
export class ViewerType {
  @Field(() => ID) id!: number;
  @Field(() => String) name!: string;
  @Field(() => UnitKind) portalKind!: PortalKind;
  @Field(() => Day, { description: "The system's working day in Vietnam." }) today!: string;
  @Field(() => Boolean, { description: 'The working day was set for a demonstration; it is not the day of the calendar.' }) isDemonstrationDay!: boolean;
  @Field(() => ViewingAs, { nullable: true, description: 'Set while this is a look at another unit\'s portal and not work in the own.' }) viewingAs!: ViewingAs | null;
  /** Both fields about hats read them once. */
  hats!: () => Promise<readonly Hat[]>;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'The caller.' })
  viewer(@Ctx() context: Context): ViewerType {
    const { viewer, clock, identity } = working(context);
    let hats: Promise<readonly Hat[]> | undefined;
    return {
      id: viewer.accountId, name: viewer.accountName, portalKind: viewer.portalKind, today: clock.today(), isDemonstrationDay: clock.today() !== calendarDay(),
      hats: () => (hats ??= identity.postsOf(viewer.accountId)), viewingAs: viewingAs(viewer),
    };
  }

  @FieldResolver(() => Unit)
  unit(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return readOne(readerOf(context), unitAccess, String(working(context).viewer.unitId), selectionAt(context, info));
  }

  @FieldResolver(() => Hat, { description: 'The hat in use.' })
  async post(@Root() root: ViewerType, @Ctx() context: Context): Promise<Hat | undefined> {
    const { postId, viewing } = working(context).viewer;
    return viewing ? viewing.hat : (await root.hats()).find(hat => hat.id === postId);
  }

  @FieldResolver(() => [Hat], { description: 'Every hat of this person that is valid today.' })
  posts(@Root() root: ViewerType): Promise<readonly Hat[]> { return root.hats(); }

  @FieldResolver(() => [String], { description: 'Every path that this portal kind and post may name, as "Household.headName" or "Mutation.login".' })
  permissions(@Ctx() context: Context): string[] {
    const { policy, viewer } = working(context);
    return policy.permissions(viewer.portalKind, viewer.postRole, Boolean(viewer.viewing));
  }

  @FieldResolver(() => [String], { description: 'What the unit serves by clauses of the plan: indicators, needs and groups by their codes. Empty for units that are no departments.' })
  async serves(@Ctx() context: Context): Promise<readonly string[]> {
    const { session, viewer } = working(context);
    if (viewer.portalKind !== 'department') return [];
    const [{ codes }] = await session.read<{ codes: string[] }>(`SELECT ARRAY(SELECT DISTINCT unnest(my_services('DEPRIVED') || my_services('NEED') || my_services('GROUP')) ORDER BY 1) AS codes`);
    return codes;
  }
}

@Resolver()
export class IdentityResolver {
  @Mutation(() => LoginPayload, { description: 'Signs in by password; the only operation of a guest.' })
  login(@Ctx() context: Caller, @Arg('input', () => LoginInput) input: LoginInput): Promise<LoginPayload> { return login(context, input); }

  @Mutation(() => LogoutPayload, { description: 'Signs out, in every tab of this browser.' })
  logout(@Ctx() context: Caller): Promise<LogoutPayload> { return logout(context); }

  @Mutation(() => SwitchHatPayload, { description: 'Goes on under another of one\'s posts.' })
  switchHat(@Ctx() context: Caller, @Arg('input', () => SwitchHatInput) input: SwitchHatInput): Promise<SwitchHatPayload> { return switchHat(context, input); }

  @Mutation(() => StartViewAsPayload, { description: "Looks at another unit's portal as a role of it would see it, for 30 minutes at most; nothing can be written meanwhile." })
  startViewAs(@Ctx() context: Caller, @Arg('input', () => StartViewAsInput) input: StartViewAsInput): Promise<StartViewAsPayload> { return startViewAs(context, input); }

  @Mutation(() => EndViewAsPayload, { description: 'Goes back to the own portal; ending it twice changes nothing.' })
  endViewAs(@Ctx() context: Caller): Promise<EndViewAsPayload> { return endViewAs(context); }

  @Mutation(() => ChangePasswordPayload, { description: 'Changes one\'s password and ends the other sign-ins.' })
  changePassword(@Ctx() context: Caller, @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput): Promise<ChangePasswordPayload> {
    return changePassword(context, input);
  }
}
