/** What others may ask of the turn list: to take a turn from it, and to tell it what becomes of a provider. */

export { giveTurnBack, joinTurns, markTurns, nextTurn } from './turn-step.ts';
export { loadTurnList } from './turns/load-turn-list.ts';
export { drawUpTurns } from './turns/read-in-turns-step.ts';
