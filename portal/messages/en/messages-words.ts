/** The messages' words, fetched with their pages. */
export { messages } from './messages.ts';
