import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { isSystemOnly } from '../../../shared/packs/channels.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { switchWindow } from '../date/switch-window.ts';
import { type Channel, marked, type Switch } from '../switch.ts';

type NoMail = 'protected-by-phone' | 'provider-without-email';

/** How both providers are told: both now, or one or both by a phone call at its own time. */
export type Notifying = {
  readonly kinds: { readonly out: ProviderKind; readonly in: ProviderKind };
  /** Why no mail can leave to one of them; it is phoned where the routine has mail, or told inside the system. */
  readonly noMail: { readonly out?: NoMail | undefined; readonly in?: NoMail | undefined };
  readonly calledOutAt?: Instant;
  readonly calledInAt?: Instant;
  readonly by: string;
  readonly at: Instant;
};

/** A call lies between the customer's word and now, and goes to no one whom the routine tells inside the system only (S-45). */
function faultsIn(
  call: Instant | undefined,
  { kind, noMail }: { readonly kind: ProviderKind; readonly noMail: NoMail | undefined },
  at: string,
  one: Switch,
  now: Instant,
  pack: Pack,
) {
  if (call === undefined) return noMail && pack.channel?.[kind] === 'MAIL' ? [{ at, code: noMail }] : [];
  const faults: Fault[] = [];
  if (isSystemOnly(pack, kind)) faults.push({ at, code: 'phone-not-in-routine' });
  if (call > now) faults.push({ at, code: 'call-ahead' });
  if (call < one.toldAt) faults.push({ at, code: 'told-before-customer' });
  return faults;
}

const channelOf = (call: Instant | undefined, kind: ProviderKind, noMail: NoMail | undefined, pack: Pack): Channel => {
  if (call !== undefined) return 'PHONE';
  return noMail || isSystemOnly(pack, kind) ? 'SYSTEM' : 'EMAIL';
};

/**
 * Both providers are told in one action (L-61, S-43 to S-45); the window counts from the later of the two (S-57). Being
 * late, or not at the same time, is marked and stops nothing (A24).
 */
export function notifyProviders(
  one: Switch,
  { kinds, noMail, calledOutAt, calledInAt, by, at }: Notifying,
  pack: Pack,
): Result<Switch, 'already-told' | 'switch-over' | 'bad-request' | 'pack-without-switch' | 'customer-message-missing'> {
  if (one.state === 'called-off') return refuse('conflict', 'switch-over');
  if (one.state !== 'requested') return refuse('conflict', 'already-told');
  const faults = [
    ...faultsIn(calledOutAt, { kind: kinds.out, noMail: noMail.out }, 'body.outAt', one, at, pack),
    ...faultsIn(calledInAt, { kind: kinds.in, noMail: noMail.in }, 'body.inAt', one, at, pack),
  ];
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const outAt = calledOutAt ?? at;
  const inAt = calledInAt ?? at;
  const window = switchWindow({ outAt, inAt, customerAt: one.toldAt }, pack);
  if (!window.ok) return window;
  const { earliest, latest, why, warnings } = window.value;
  return accept({
    ...one,
    state: 'told',
    told: {
      at,
      by,
      outAt,
      inAt,
      channels: {
        out: channelOf(calledOutAt, kinds.out, noMail.out, pack),
        in: channelOf(calledInAt, kinds.in, noMail.in, pack),
      },
    },
    window: { earliest, latest, why: [...why] },
    warnings: marked(one.warnings, warnings),
  });
}
