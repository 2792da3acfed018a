/** A case's words, fetched with its page. */
export { cases } from './cases.ts';
