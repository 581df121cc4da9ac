import { board } from './board.js';
import { communeHome } from './commune-home.js';
import { householdPage } from './household-page.js';
import type { Operation } from './operation.js';

/** The three measured operations. */
export const measured: readonly Operation[] = [board, communeHome, householdPage];
