import type { AnswerOf } from '../../api/contract.ts';
import type { AreaWords } from '../../messages/areas.ts';
import type { ReportShown } from './reports.tsx';

export type OrderShown = AnswerOf<'GET /orders/{orderId}'>;
/** The steps that have a form, by the names of the ways in. */
export type OrderActKey = keyof AreaWords['acts']['titles'];
/** What can have been done on the page. */
export type Did = keyof AreaWords['acts']['did'];

/** What every form about an order stands on. */
export type OrderForm = {
  readonly order: OrderShown;
  /** What has been told of the order. */
  readonly reports: readonly ReportShown[];
  /** The order as the step has left it; undefined where the answer is about something else. */
  readonly onDone: (order: OrderShown | undefined, version: number | undefined) => void;
  readonly onConflict: () => void;
  readonly again: () => void;
  /** What was done last, for who comes second. */
  readonly changed?: string;
};

/** What the part stands on that shows what forms have told of the order's customer. */
export type ToldProps = {
  readonly order: OrderShown;
  readonly onDone: (did: 'takeOverFact' | 'dismissFact') => OrderForm['onDone'];
  readonly again: () => void;
};
