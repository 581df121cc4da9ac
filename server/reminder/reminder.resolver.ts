import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { one, page, selectionAt } from '../graphql/reader.js';
import { reminderAccess } from './reminder.access.js';
import { LateUnit, Reminder } from './reminder.entity.js';
import { LettersPreview, ReadReminderInput, ReminderArguments, ReminderConnection, ReminderPayload, SendRemindersInput, SendRemindersPayload } from './reminder.input.js';
import { lateUnits, previewReminders, readReminder, sendReminders } from './reminder.service.js';

@Resolver(() => Reminder)
export class ReminderResolver {
  @Query(() => Reminder, { nullable: true })
  reminder(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, reminderAccess, id); }

  @Query(() => ReminderConnection, { description: 'Received and sent, the newest first unless another order is asked for.' })
  reminders(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => ReminderArguments) args: InstanceType<typeof ReminderArguments>) {
    return page(context, info, reminderAccess, { ...args, order: args.order ?? [{ id: 'DESC' }] });
  }

  @Query(() => [LateUnit], { description: 'Whom the viewer\'s unit may remind today, and of what; the longest late first.' })
  lateUnits(@Ctx() context: Context) { return lateUnits(working(context)); }

  @Query(() => LettersPreview, { description: 'The letters as they would be sent; nothing is written.' })
  previewReminders(@Ctx() context: Context, @Arg('input', () => SendRemindersInput) input: SendRemindersInput) { return previewReminders(working(context), input); }

  @Mutation(() => SendRemindersPayload, { description: 'All of the letters or none.' })
  sendReminders(@Ctx() context: Context, @Arg('input', () => SendRemindersInput) input: SendRemindersInput) { return sendReminders(working(context), input); }

  @Mutation(() => ReminderPayload, { description: 'The reminded unit opened it.' })
  readReminder(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ReadReminderInput) input: ReadReminderInput) {
    return readReminder(working(context), input, selectionAt(context, info));
  }
}
