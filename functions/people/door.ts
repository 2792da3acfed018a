/** What others may ask of people. Nothing else of this capability is known to others. */
export { ReadingReason } from './search/searching.ts';
