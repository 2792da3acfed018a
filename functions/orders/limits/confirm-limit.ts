import { type Instant, plusMinutes, swedishInstant } from '../../../shared/domain/local-time.ts';
import type { Derived } from '../../../shared/domain/why.ts';
import { minutesIn } from '../../../shared/packs/duration.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { ruleOf } from '../../../shared/packs/routine-rules.ts';
import { dygnInWords, plusDygn } from './dygn.ts';

type Sent = { readonly kind: ProviderKind; readonly sentAt: Instant };

/** Until when a receipt is in time, and when it is reminded of; nothing where the routine asks for none. */
export type ConfirmLimit = { readonly confirmDue?: Derived<Instant>; readonly remindAt?: Derived<Instant> };

/** Receipt is confirmed within a dygn (L-12, S-28); 24 hours in the pack means the dygn as the pack reads it (A03). */
export function confirmLimit({ kind, sentAt }: Sent, pack: Pack): ConfirmLimit {
  const code = pack.rules.orders?.[kind].confirmBy;
  if (code === undefined) return {};
  const within = minutesIn(pack.params['confirm.within']);
  const due = within === 24 * 60 ? plusDygn(sentAt, pack) : plusMinutes(sentAt, within);
  const span = within === 24 * 60 ? dygnInWords(pack) : `${within} minuter`;
  const remindAt = plusMinutes(sentAt, minutesIn(pack.params['confirm.reminderAfter']));
  const rule = ruleOf(code);
  return {
    confirmDue: {
      value: due,
      why: [
        { rule, text: `Mottagandet bekräftas inom ${span} från ${swedishInstant(sentAt)}: ${swedishInstant(due)}.` },
      ],
    },
    remindAt: {
      value: remindAt,
      why: [{ rule: 'A02', text: `”Snarast”: utan bekräftelse påminns utföraren ${swedishInstant(remindAt)}.` }],
    },
  };
}
