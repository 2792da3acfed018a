import type { Assignment } from '../../../shared/domain/assignment.ts';
import { dateOf, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { nextTurn } from '../../choices/door.ts';
import { type Catalogue, catalogueFaults } from './catalogue.ts';
import { choiceOf, wantedProvider } from './choice.ts';
import type { OrderIn } from './order-body.ts';
import {
  caseFaults,
  knownStart,
  orderFaults,
  permitFaults,
  providerFaults,
  startFaults,
  takenFaults,
  takenServices,
} from './placing-faults.ts';

type Asked = { readonly body: OrderIn; readonly caller: Caller; readonly at: string; readonly language: string };
type About = {
  readonly orderId: string;
  /** Whether the case is in the register already. */
  readonly isKnown: boolean;
  readonly earlier: readonly Assignment[];
  readonly days: { readonly from: LocalDate; readonly to: LocalDate | null };
  readonly pack: Pack;
  readonly catalogue: Catalogue;
};

/** To whom an order goes and how that came about; `effects` take the turn when one was taken. */
export type Placing = {
  readonly provider: Provider;
  readonly choice: NonNullable<Order['choice']>;
  readonly effects: Effects;
};

/**
 * The provider that is to have the order, with every fault listed at once; a turn is taken with the order (L-08, S-03).
 */
export async function placingOf(
  { body, caller, at, language }: Asked,
  { orderId, isKnown, earlier, days, pack, catalogue }: About,
  deps: Deps,
): Promise<Result<Placing>> {
  const faults = [
    ...caseFaults(body, isKnown),
    ...orderFaults(body, caller.role, at, pack),
    ...catalogueFaults(catalogue, body.services, days.from, language),
  ];
  const urgent = body.urgent ?? false;
  const unlessTaken = (providerId: string): Result<undefined> => {
    const taken = takenServices(earlier, { ...days, services: body.services }, providerId, urgent);
    return taken.length === 0
      ? accept(undefined)
      : refuse('conflict', 'case-has-order', takenFaults(body, taken, language));
  };
  const wanted = wantedProvider(body, earlier, dateOf(at), pack);
  if (!wanted.ok) return refuse(wanted.kind, wanted.code, [...faults, ...(wanted.faults ?? [])]);
  const { how } = wanted.value;

  if ('providerId' in wanted.value) {
    const { providerId } = wanted.value;
    const provider = (await providerStore(deps.table).find(providerId))?.entity;
    // Who has the customer already keeps the customer, also while it takes no new ones; not without a permit.
    const isKept = how === 'URGENT_EXISTING' && provider;
    const more = [
      ...(isKept ? permitFaults(provider, days.from) : providerFaults(provider, days.from, at)),
      ...(provider ? startFaults(provider, body) : []),
    ];
    if (faults.length + more.length > 0 || !provider) return refuse('invalid', 'bad-request', [...faults, ...more]);
    const free = unlessTaken(providerId);
    return free.ok ? accept({ provider, choice: choiceOf(body, how, undefined), effects: {} }) : free;
  }

  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const turn = await nextTurn(deps, {
    orderId,
    caseNo: body.caseNo,
    kind: wanted.value.turn,
    minutesPerMonth: body.services.reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0),
    area: body.area,
    from: days.from,
    startsOn: knownStart(body),
    by: caller.userId,
    at,
  });
  if (!turn.ok) return turn;
  const { providerId, pick, changes: saves } = turn.value;
  const free = unlessTaken(providerId);
  if (!free.ok) return free;
  const provider = (await providerStore(deps.table).find(providerId))?.entity;
  if (!provider) return refuse('conflict', 'no-provider-in-turn');
  return accept({ provider, choice: choiceOf(body, how, pick.seq), effects: { saves } });
}
