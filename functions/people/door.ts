/** What others may ask of people. Nothing else of this capability is known to others. */
export { accessLogged } from './logs/access-step.ts';
export { ReadingReason } from './search/searching.ts';
