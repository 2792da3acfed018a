import { store } from './store.ts';

/** How many times something has been read here: whoever counts the unread counts again. */
export const read = store(0);
export const hasRead = (): void => read.set(read.get() + 1);
