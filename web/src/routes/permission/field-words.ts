import { fieldName } from '../../text/vi-permission';

/** A field in words: its noun's own word for it where there is one, else the common word, else its name. */
export const fieldWords = (noun: string, field: string): string => fieldName[`${noun}.${field}`] ?? fieldName[field] ?? field;
