/** The switches' words, fetched with their pages. */
export { switches } from './switches.ts';
