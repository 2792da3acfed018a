/** What others may ask of caseloads: that cases move by a file as they do by hand. Nothing else of this capability is known to others. */
export { moveReadIn } from './moving/move-read-in-step.ts';
