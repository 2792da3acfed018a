import type { FileRefusal } from './dry-run/file-header.ts';

export type BasisRefusal = 'provider-not-found' | 'not-set-up' | 'no-routine-in-force' | 'not-in-routine' | 'no-rate';

export type HandInRefusal = 'month-not-ended';

/** Why a month's files are not laid as a draft: as they would not be handed in. */
export type DraftingRefusal = HandInRefusal | BasisRefusal | FileRefusal['code'];
