import type { AnswerOf } from '../../../api/contract.ts';

export type Bases = AnswerOf<'GET /purchases/months/{month}/basis'>;
/** One performer's month for one buying unit, as the one who looks sees it. */
export type BasisShown = Bases['items'][number];
