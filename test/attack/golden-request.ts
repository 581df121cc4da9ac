/** Of golden-matrix.ts the questions between units, by the same hand: written as a draft by who asks, moved by one function after that. */
export const requestLines = {
  UnitRequest: `
    id number state isOpen isOverdue side sentOn heldSince closedOn grantedDay reopenedOn daysGone daysLeft daysOver daysHeld createdAt | rf | rf | rf | rf | added
    kind toUnit subject task assignment askedDay dueDay | rfcu | rfcu | rfcu | rfcu | added
    text                           | rcu   | rcu | rcu   | rcu |  added
    unit                           | rfc   | rfc | rfc   | rfc |  added
    author                         | rc    | rc  | rc    | rc |  added
    version answer                 | r     | r   | r     | r  |  added
    steps answerDrafts             | r     | r   | r     | r  |  relation`,
  UnitRequestStep: `
    id act day at unit toUnit byName words grantedDay daysHeld | r | r | r | r | added: as far as its request is seen`,
  AnswerDraft: `
    id version updatedAt           | r     | r   | r     | r  |  added: the own unit's working paper
    request unit                   | rc    | rc  | rc    | rc |  added
    outcome answer grantedDay author | rcu | rcu | rcu   | rcu | added`,
  UnitRequestRule: `
    id validFrom validTo           | rf    | rf  | rf    | rf |  added: the law as data
    kind days countsWorkingDays mostDays source earliestDueDay | r | r | r | r | added`,
} as const;
