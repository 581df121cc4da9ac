import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

/** The secretariat, and departments for the tasks that they lead. */
const reminding = { portals: ['secretariat', 'department'], posts: ['LEADER', 'OFFICER'] } as const;

export const reminderOperations: OperationLines = {
  'Query.reminder':         { portals: signedIn, posts: everyPost },
  'Query.reminders':        { portals: signedIn, posts: everyPost },
  'Query.lateUnits':        reminding,
  'Query.previewReminders': { ...reminding, payload: 'LettersPreview', input: { type: 'LetterInput', keys: ['unit', 'assignments', 'message'] } },
  'Mutation.sendReminders': { ...reminding, payload: 'SendRemindersPayload', input: { type: 'SendRemindersInput', keys: ['template', 'letters', 'again'] } },
  'Mutation.readReminder':  { portals: signedIn, posts: ['LEADER', 'OFFICER'], payload: 'ReminderPayload', input: { type: 'ReadReminderInput', keys: ['id'] } },
};

/** What a reminder would be made of; read under the row rules like everything else. */
export const reminderWrappers = ['LateUnit', 'LateWork', 'Letter'];
