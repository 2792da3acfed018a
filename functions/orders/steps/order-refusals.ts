import type { ConfirmRefusal } from '../placing/confirmation.ts';
import type { RejectRefusal } from '../placing/rejection.ts';
import type { CorrectVisitRefusal } from '../starting/corrected-visit.ts';
import type { CannotBegin } from '../starting/execution.ts';
import type { NotExecutedRefusal } from '../starting/not-executed.ts';

export type OrderLoadRefusal =
  | ('order-not-found' | 'stale-version' | 'provider-not-found')
  | ('not-set-up' | 'no-routine-in-force');

/** Why a step cannot be taken, whichever it is. */
export type OrderStepRefusal = OrderLoadRefusal | 'pack-without-clock';

export type ConfirmingRefusal = OrderStepRefusal | ConfirmRefusal | 'confirmation-not-asked';
export type RejectingRefusal = OrderStepRefusal | RejectRefusal | 'month-stated';
export type FirstVisitRefusal =
  | (OrderStepRefusal | CannotBegin | NotExecutedRefusal)
  | (CorrectVisitRefusal | 'month-stated');
export type TellingNotExecutedRefusal = OrderStepRefusal | NotExecutedRefusal;

/** All that a provider may be answered with when it says something of its order, in the portal or by mail. */
export type ProviderSaysRefusal = ConfirmingRefusal | RejectingRefusal | FirstVisitRefusal | TellingNotExecutedRefusal;
