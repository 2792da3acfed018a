import { store } from './store.ts';

/** What is said aloud by screen readers without moving focus; one thing at a time. */
export const announced = store('');

export function announce(text: string): void {
  // The same words twice are said twice only when something stood between them.
  announced.set(announced.get() === text ? `${text}\u00a0` : text);
}
