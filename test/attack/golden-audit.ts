/** Of golden-matrix.ts the trail, by the same hand. Which lines, and whose values in them, is told in audit.test.ts. */
export const auditLines = {
  AuditLine: `
    id at unit person operation outcome noun rowId | rf | rf | rf | rf |  added: rows tell who reads whose
    role changes refusals          | r     | r   | r   | r   |  added: values are those of fields that the reader reads`,
} as const;

export const auditOperations = `
  Query.auditLines Query.auditChain                                    | SDCM | LOVSA
  Mutation.startViewAs                                                 | S    | L
  Mutation.endViewAs                                                   | SDCM | LOVRSA`;
