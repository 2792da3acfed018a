import { randomBytes } from 'node:crypto';
import { type IdKind, idOf } from '../../../shared/domain/id-kinds.ts';

/** What it names, and chance enough that nobody guesses the next one. */
export const newId = (kind: IdKind): string => idOf(kind, Date.now(), randomBytes(8));
