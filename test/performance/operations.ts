import { board } from './board.js';
import { communeHome } from './commune-home.js';
import { householdPage } from './household-page.js';
import type { Operation } from './operation.js';
import { homeRequests, requestBoard } from './unit-requests.js';

/** What is also measured beside a naive build. */
export const measured: readonly Operation[] = [board, communeHome, householdPage];
/** Questions between units, each with the page that asks for it beside its own. */
export const measuredRequests: readonly (readonly [page: Operation, request: Operation])[] = [[communeHome, homeRequests], [board, requestBoard]];
