import {
  DynamoDBServiceException,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';

/** Failures as the SDK makes them of DynamoDB's own answers, written from its public documentation. */
const $metadata = { httpStatusCode: 400, requestId: 'recorded', attempts: 3 };

export const throttled = () =>
  new ProvisionedThroughputExceededException({ $metadata, message: 'The level of configured throughput was exceeded' });

export const named = (name: string) =>
  new DynamoDBServiceException({ $metadata, name, $fault: 'client', message: 'recorded' });

/** A cancelled transaction, with a reason for each of its changes in their order. */
export const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    $metadata,
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

type Injectable = {
  readonly middlewareStack: {
    add(
      middleware: (
        next: (args: never) => Promise<never>,
        context: { commandName?: string },
      ) => (args: never) => Promise<never>,
      options: { step: 'initialize'; name: string },
    ): void;
  };
};

/** Makes a client fail by plan: the next failure for each request of this kind, until the plan is empty. */
export function failing<C extends object>(client: C, commandName: string, plan: (() => Error)[]): C {
  const { middlewareStack } = client as C & Injectable;
  middlewareStack.add(
    (next, context) => async (args) => {
      const failure = context.commandName === commandName ? plan.shift() : undefined;
      if (failure) throw failure();
      return next(args);
    },
    { step: 'initialize', name: 'failing' },
  );
  return client;
}
