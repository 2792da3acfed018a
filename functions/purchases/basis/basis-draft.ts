import * as z from 'zod';
import { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { FaultyReport, PerformedRefusal } from './performed-rows.ts';

/**
 * A private performer's report of bought hours that came by mail and waits (M-17): it is handed in when its manager opens
 * it and hands it in, and in time when that is. A later one takes its place.
 */
export const BasisDraft = z
  .object({
    month: Month,
    providerId: z.string(),
    state: z.enum(['waiting', 'handed-in']),
    time: z.int(),
    documentId: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    rows: z.int(),
    minutes: z.int(),
    /** Rows of cases that no unit has bought hours for here. */
    unplaced: z.int(),
    by: z.string(),
    at: Instant,
  })
  .meta({ id: 'BasisDraft' });
export type BasisDraft = z.infer<typeof BasisDraft>;

/** Why a report is not laid as one: as it would not be handed in. */
export type DraftingBasisRefusal =
  | (PerformedRefusal | FaultyReport['code'])
  | 'month-not-ended'
  | 'provider-not-found'
  | 'no-purchase-in-month';

/** What the journal keeps of it: which bytes they were, and never what stands in them. */
export const basisDraftedRow = ({ month, providerId, time, sha256 }: BasisDraft, mailId: string | undefined) => ({
  event: 'basis-drafted',
  month,
  providerId,
  refs: { time, sha256, ...(mailId === undefined ? {} : { mailId }) },
});
