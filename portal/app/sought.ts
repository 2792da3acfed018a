import { store } from './store.ts';

/** Whom somebody looks for, and why: in memory alone, never in an address, and gone with the window. */
export const sought = store({ who: '', reason: '' });
