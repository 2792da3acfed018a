import type { AnswerOf } from '../../api/contract.ts';

export type OrderShown = AnswerOf<'GET /orders/{orderId}'>;
export type ActKey =
  | ('confirmOrder' | 'startOrder' | 'deferOrder' | 'rejectOrder' | 'reportNotExecuted')
  | ('contactProvider' | 'prepareSheet' | 'deliverSheet' | 'executeOrder');

/** What every form about an order stands on. */
export type Work = {
  readonly order: OrderShown;
  /** The order as the step has left it. */
  readonly onDone: (order: OrderShown, version: number | undefined) => void;
  readonly onConflict: () => void;
  readonly again: () => void;
  /** What was done last, for who comes second. */
  readonly changed?: string;
};
