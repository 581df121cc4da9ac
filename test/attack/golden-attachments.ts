/** Of golden-matrix.ts the files of entries and assignments, by the same hand. No column of them is written but by the functions that bind them. */
export const attachmentLines = {
  Attachment: `
    id purpose name mediaType size sha256 createdAt | r | r | r | r |  added: whoever reads the entry or the assignment`,
} as const;

export const attachmentOperations = `
  Mutation.askUpload Mutation.recordDocument                           | DCM  | LO`;
