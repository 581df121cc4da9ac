/** Notices and reminders, as a person wrote them; read with golden-matrix.ts. */
export const noticeLines = {
  // Told by the writes themselves; nobody creates or changes one.
  Notice: `
    id kind at isRead              | rf    | rf  | rf  | rf  |     added
    fromUnit noun rowId            | r     | r   | r   | r   |     added: keys only, never values
    assignment reminder            | r     | r   | r   | r   |     relation: null where the reader does not reach it any more`,
  // The secretariat reminds all, a department those of its tasks; communes and organisations only receive.
  Reminder: `
    id fromUnit sentOn at readOn isOpen | rf | rf | rf | rf |      added
    fromPost readBy                | r     | r   | r   | r   |     added
    unit                           | rfc   | rfc | rf  | rf  |     added
    message                        | rc    | rc  | r   | r   |     added
    items                          | r     | r   | r   | r   |     relation`,
  ReminderItem: `
    id                             | rf    | rf  | rf  | rf  |     added
    assignment reminder unit       | rc    | rc  | r   | r   |     added`,
} as const;

/** Who read what is each post's own. */
export const noticeTables = {
  notice_read: `
    notice_id                      | rc | rc | rc | rc |
    post_id read_at                | r  | r  | r  | r  |`,
} as const;

export const noticeOperations = `
  Query.notice Query.notices Subscription.noticeArrived                | SDCM | LOVRSA
  Mutation.markNoticesRead Query.mailPreference Mutation.setMailPreference | SDCM | LOVRSA
  Query.reminder Query.reminders                                       | SDCM | LOVRSA
  Mutation.readReminder                                                | SDCM | LO
  Query.lateUnits Query.previewReminders Mutation.sendReminders        | SD   | LO`;
