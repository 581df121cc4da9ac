import { fieldName } from '../../text/vi-permission';
import { moreFieldName } from '../../text/vi-permission-field';

/** A field in words: its noun's own word for it where there is one, else the common word, else its name. */
export const fieldWords = (noun: string, field: string): string => fieldName[`${noun}.${field}`] ?? moreFieldName[`${noun}.${field}`] ?? fieldName[field] ?? moreFieldName[field] ?? field;
