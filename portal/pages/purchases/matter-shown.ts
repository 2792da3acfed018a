import type { AnswerOf } from '../../api/contract.ts';

/** Something around a purchase, as the one who looks sees it. */
export type MatterShown = AnswerOf<'GET /purchases/{purchaseId}/around'>['items'][number];
