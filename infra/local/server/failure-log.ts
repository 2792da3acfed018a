import { Logger } from '@aws-lambda-powertools/logger';
import { aboutFailure } from '../../../shared/http/failure.ts';
import type { Deps } from '../../../shared/ports/deps.ts';

/** One line of JSON a failure, on standard error. */
export function failureLog(): Deps['log'] {
  const logger = new Logger({ serviceName: 'utfort' });
  return { error: (message, { entry, failure }) => logger.error(message, { entry, ...aboutFailure(failure) }) };
}
