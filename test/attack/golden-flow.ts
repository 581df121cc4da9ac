/** The way of an entry and the words about it, as a person wrote them; read with golden-matrix.ts. */
export const flowLines = {
  EntryStep: `
    id                             | rf    | rf  | rf  | rf  |     added
    entry kind note at byUnit byName | r   | r   | r   | r   |     added: written by the operations alone`,
  EntryReturn: `
    id                             | rf    | rf  | rf  | rf  |     added
    field reason                   | r     | r   | r   | r   |     added: written by the operation that gives back`,
  Comment: `
    id                             | rf    | rf  | rf  | rf  |     added
    assignment text                | rc    | rc  | rc  | rc  |     added: never changed; taken back by an operation
    unit author authorName at withdrawnAt | r | r | r | r |        added: filled in by the database`,
} as const;

export const flowOperations = `
  Mutation.submitProgressEntry Mutation.withdrawProgressEntry          | DCM  | LO
  Mutation.sendBackProgressEntry Mutation.signProgressEntry            | DCM  | L
  Mutation.returnProgressEntry                                         | SD   | LO
  Mutation.addComment Mutation.withdrawComment                         | SDCM | LO`;
