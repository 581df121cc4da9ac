export const parts = ['chuan', 'thu', 'quytac', 'phieu', 'thon'] as const;
export type Part = (typeof parts)[number];

/** The part of the page that the address names; nothing for the first. */
export const readPart = (search: Record<string, unknown>): { phan?: Part } => {
  const phan = parts.find((part) => part === search.phan);
  return phan ? { phan } : {};
};
