/** The month's words, fetched with its pages. */
export { month } from './month.ts';
