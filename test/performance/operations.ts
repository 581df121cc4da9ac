import { board } from './board.js';
import { communeHome } from './commune-home.js';
import { householdPage } from './household-page.js';
import type { Operation } from './operation.js';
import { homeRequests, requestBoard } from './unit-requests.js';

/** What is also measured beside a naive build. */
export const measured: readonly Operation[] = [board, communeHome, householdPage];
/** Beside raw SQL alone: the questions between units. */
export const measuredRequests: readonly Operation[] = [homeRequests, requestBoard];
