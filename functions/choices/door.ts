/** What others may ask of the turn list: to take a turn from it, and to tell it what becomes of a provider. */

export { loadTurnList } from './load-turn-list.ts';
export { drawUpTurns } from './read-in-turns-step.ts';
export { joinTurns, markTurns, nextTurn } from './turn-step.ts';
