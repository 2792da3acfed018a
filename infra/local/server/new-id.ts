import { randomBytes } from 'node:crypto';

/** `B-mbz3k1q2-9f0c41d7`: what it names, when it was made, and chance enough that nobody guesses the next one. */
export const newId = (prefix: string): string =>
  `${prefix}-${Date.now().toString(36)}-${randomBytes(8).toString('hex')}`;
