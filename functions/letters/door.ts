/** What others may ask of letters. Nothing else of this capability is known to others. */
export { compose, offersOf } from './compose.ts';
