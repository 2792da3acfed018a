import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import { uncatalogued } from '../../orders/door.ts';
import type { SwitchCase } from '../load-switch-case.ts';
import type { Switch } from '../switch.ts';
import { planDays } from './plan.ts';

/**
 * What the joining provider is ordered is in the municipality's catalogue on its day: where a service is not, the decision
 * is changed first. Nothing is asked of a switch whose order stands already and only moves.
 */
export function orderableFaults(
  { was, switchCase, settings }: { readonly was: Switch; readonly switchCase: SwitchCase; readonly settings: Settings },
  on: LocalDate,
  language: string,
): readonly Fault[] {
  const { moved } = planDays(
    was,
    switchCase.held.map(({ entity }) => entity),
    on,
  ).split;
  return uncatalogued(settings.services, was.moved ? [] : (moved?.services ?? []), on).map(({ code, on: day }) => ({
    at: 'body.on',
    code: 'unknown-service',
    message: sentence('unknown-service', language, { code, on: day }),
  }));
}
