/** What others may ask of what is known of a provider: whether it is to be paid to another account than before. */

export { changedAccount } from './saving/payee-account.ts';
