import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { one, page } from '../graphql/reader.js';
import { MailPreference, MailPreferencePayload, SetMailPreferenceInput } from './mail-preference.entity.js';
import { mailPreference, setMailPreference } from './mail-preference.service.js';
import { noticeAccess } from './notice.access.js';
import { Notice } from './notice.entity.js';
import type { Arrival } from './notice.feed.js';
import { MarkNoticesReadInput, NoticeArguments, NoticeConnection, NoticesReadPayload } from './notice.input.js';
import { markNoticesRead } from './notice-reading.service.js';

@Resolver(() => Notice)
export class NoticeResolver {
  @Query(() => Notice, { nullable: true })
  notice(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, noticeAccess, id); }

  @Query(() => NoticeConnection, { description: 'What the viewer\'s post was told, the newest first unless another order is asked for.' })
  notices(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => NoticeArguments) args: InstanceType<typeof NoticeArguments>) {
    return page(context, info, noticeAccess, { ...args, order: args.order ?? [{ id: 'DESC' }] });
  }

  @Mutation(() => NoticesReadPayload, { description: 'By the viewer\'s own post; everybody else\'s stay as they are.' })
  markNoticesRead(@Ctx() context: Context, @Arg('input', () => MarkNoticesReadInput) input: MarkNoticesReadInput) {
    return markNoticesRead(working(context), input);
  }

  @Query(() => MailPreference, { description: 'How the viewer\'s post is told by mail.' })
  mailPreference(@Ctx() context: Context) { return mailPreference(working(context)); }

  @Mutation(() => MailPreferencePayload)
  setMailPreference(@Ctx() context: Context, @Arg('input', () => SetMailPreferenceInput) input: SetMailPreferenceInput) { return setMailPreference(working(context), input); }

  @Subscription(() => Notice, {
    nullable: true, description: 'Each notice for the viewer\'s post from now on, over a websocket at the same address. Read under the rights of that moment.',
    subscribe: ({ context }: { context: Context }) => context.feed.arrivals(context.viewer!),
  })
  noticeArrived(@Root() arrival: Arrival, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return one(context, info, noticeAccess, arrival.id); }
}
