/** The turn list's words, fetched with its page. */
export { turns } from './turns.ts';
