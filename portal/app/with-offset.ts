import { offsetsOf } from './swedish-offset.ts';

/**
 * A time as a field has it (`2026-11-09T08:00`), with the offset that Sweden has then: of the hour that comes twice the
 * earlier, as the API reads it; in the hour that is skipped as many minutes after the change (02:30 is 03:30).
 */
export const withOffset = (local: string): string => `${local}:00${offsetsOf(local)[0] ?? '+01:00'}`;
