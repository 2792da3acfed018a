import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = { readonly officer: Actor; readonly head: Actor; readonly leaving: Actor; readonly joining: Actor };

const Turns = z.looseObject({ drawnUp: z.boolean() });
const WithId = z.looseObject({ id: z.string() });

/** Three switches: one that takes place after its day has moved, one by turn, and one that is called off. */
export async function busySwitches(
  ask: Ask,
  { officer, head, leaving, joining }: Cast,
  { on, moved, now }: { readonly on: string; readonly moved: string; readonly now: string },
  written: object,
) {
  const asked = async (caseNo: string, more: object, known: object = {}) => {
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const wanted = { caseNo, providerId: 'P1', services, customer: { name: 'Elsa Prov', ...known } };
    const order = WithId.parse(await ask(officer, 'placeOrder', {}, wanted));
    await ask(leaving, 'startOrder', { orderId: order.id }, {});
    const said = { caseNo, mode: 'ORAL', healthCareEnrolled: true, ...more };
    return { switchId: WithId.parse(await ask(officer, 'requestSwitch', {}, said)).id };
  };
  // One with a ceiling, so that what is moved is counted; and a list to take a turn from.
  await ask(joining, 'declareCeiling', { providerId: 'P2' }, { value: 100 });
  if (!Turns.parse(await ask(officer, 'listTurns')).drawnUp) {
    const providers = ['P1', 'P2', 'P3'].map((providerId, index) => ({ providerId, number: index + 1 }));
    await ask(officer, 'arrangeTurns', {}, { providers });
  }

  const taken = await asked('A-9101', { toProviderId: 'P2', ...written });
  await ask(officer, 'tellProviders', taken, {});
  await ask(leaving, 'setSwitchDate', taken, { on });
  await ask(leaving, 'recordHandover', taken, { consent: true });
  await ask(joining, 'planTakeover', taken, {});
  await ask(joining, 'setSwitchDate', taken, { on: moved });
  await ask(head, 'getSwitch', taken);

  const byTurn = await asked('A-9102', { abstains: true });
  await ask(officer, 'listSwitches');
  await ask(leaving, 'listSwitches');
  await ask(officer, 'callOffSwitch', byTurn, { reason: 'Kunden stannar.' });

  // Of a person who is known by a number; one of the two is told by phone.
  const stays = await asked('A-9105', { toProviderId: 'P2' }, { personnummer: '191500882392' });
  await ask(officer, 'tellProviders', stays, { inAt: now });
  await ask(officer, 'setSwitchDate', stays, { on });
  await ask(officer, 'callOffSwitch', stays, { reason: 'Kunden stannar.' });
  // The number was somebody else's.
  await ask(officer, 'saveCustomer', { caseNo: 'A-9105' }, { customer: { name: 'Elsa Prov' } });
}
