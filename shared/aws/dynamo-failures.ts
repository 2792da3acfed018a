import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { Busy } from '../ports/table.ts';
import { type Patience, retry } from './retry.ts';

/** Single requests that pass by themselves. */
const passing: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

/** Why a change of a transaction could not be made, where it passes by itself. */
const passingReasons: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  'TransactionConflict',
]);

/** A part of a batch was left for later. */
export class Unread extends Error {
  override readonly name = 'Unread';
}

const reasonsOf = (failure: TransactionCanceledException): readonly string[] =>
  (failure.CancellationReasons ?? []).flatMap(({ Code }) => (Code && Code !== 'None' ? [Code] : []));

/** A version that was read is no longer the stored one: the one thing that means `stale`. */
export const isStale = (failure: unknown): boolean =>
  failure instanceof TransactionCanceledException && reasonsOf(failure).includes('ConditionalCheckFailed');

function isPassing(failure: unknown): boolean {
  if (failure instanceof TransactionCanceledException) {
    const reasons = reasonsOf(failure);
    return !isStale(failure) && reasons.length > 0 && reasons.every((reason) => passingReasons.has(reason));
  }
  return failure instanceof Unread || (failure instanceof Error && passing.has(failure.name));
}

/** Waits out conflicts and throttling for a while; then the table is `Busy`. */
export async function untilTaken<T>(work: () => Promise<T>, patience?: Patience): Promise<T> {
  try {
    return await retry(work, isPassing, patience);
  } catch (failure) {
    throw isPassing(failure) ? new Busy('the table has too much to do', { cause: failure }) : failure;
  }
}
