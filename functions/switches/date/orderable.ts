import type { Assignment } from '../../../shared/domain/assignment.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { ServiceEntry } from '../../../shared/domain/service-entry.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { uncatalogued } from '../../orders/door.ts';
import type { Switch } from '../switch.ts';
import { planDays } from './plan.ts';

/**
 * What the joining provider is ordered is in the municipality's catalogue on its day: where a service is not, the decision
 * is changed first. Nothing is asked of a switch whose order stands already and only moves.
 */
export function orderableFaults(
  {
    was,
    held,
    catalogue,
  }: {
    readonly was: Switch;
    readonly held: readonly Assignment[];
    readonly catalogue: readonly ServiceEntry[] | undefined;
  },
  on: LocalDate,
  language: string,
): readonly Fault[] {
  const { moved } = planDays(was, held, on).split;
  return uncatalogued(catalogue, was.moved ? [] : (moved?.services ?? []), on).map(({ code, on: day }) => ({
    at: 'body.on',
    code: 'unknown-service',
    message: sentence('unknown-service', language, { code, on: day }),
  }));
}
