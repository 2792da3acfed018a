import type { LocalDate } from '../../../shared/domain/local-time.ts';

/** Why a decision is not carried out, as far as the system knows. */
export const waitReasons = [
  ...(['POSTPONED_BY_CUSTOMER', 'CUSTOMERS_WISH', 'OFFICERS_INSTRUCTION', 'PROVIDER', 'NO_CAPACITY'] as const),
  ...(['HOSPITAL', 'ABSENCE', 'CHANGE_OF_PROVIDER', 'NOT_STARTED'] as const),
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** A time in which a decision that had been carried out was not: until the day that it was resumed. */
export type Interruption = {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: Extract<WaitReason, 'HOSPITAL' | 'ABSENCE' | 'CHANGE_OF_PROVIDER'>;
};

/** That something has been carried out: on which day, and on which day it was told here. */
type Executed = { readonly on: LocalDate; readonly toldOn: LocalDate };

/** One decided service of a case, and what has become of it, at whatever providers. */
export type GrantedDecision = {
  readonly caseNo: string;
  readonly service: string;
  readonly legalBasis: string;
  readonly decidedOn: LocalDate;
  readonly orderId: string;
  readonly providerId: string;
  readonly officerId: string;
  /** When a provider was first given it; not known of what was decided before the system. */
  readonly offeredOn: LocalDate | undefined;
  readonly executed: Executed | undefined;
  /** The last day that it holds, where that is known. */
  readonly lastDay: LocalDate | undefined;
  readonly reason: WaitReason;
  /** Why, in the provider's own words. */
  readonly reasonText: string | undefined;
  readonly postponedByCustomer: LocalDate | undefined;
  readonly interruptions: readonly Interruption[];
};
