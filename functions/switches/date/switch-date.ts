import { dateOf, firstDay, type Instant, type LocalDate, monthOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { dateIn } from '../../../shared/messages/date-in.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Side } from '../caller-side.ts';
import { marked, officerRelays, type Switch } from '../switch.ts';

/** The day that somebody settles, and what they say of it. */
export type DateSaid = {
  readonly on: LocalDate;
  readonly side: Exclude<Side, 'head'>;
  readonly wishedByCustomer: boolean;
  readonly reason?: string;
  readonly by: string;
  readonly at: Instant;
  /** In which a refusal says the days. */
  readonly language: string;
};

export type DateRefusal =
  | 'providers-not-told'
  | 'switch-over'
  | 'officer-relays'
  | 'switch-date-passed'
  | 'outside-window'
  | 'reason-missing';

/** Whether its date can be settled or moved: both providers are told, and the day has not come. */
function mayBeDated(one: Switch, { side, at }: DateSaid): Result<true, DateRefusal> {
  if (one.state === 'requested') return refuse('conflict', 'providers-not-told');
  if (one.state === 'switched' || one.state === 'called-off') return refuse('conflict', 'switch-over');
  if (one.date && one.date.on <= dateOf(at)) return refuse('conflict', 'switch-over');
  return side === 'leaving' && officerRelays(one) ? refuse('conflict', 'officer-relays') : accept(true);
}

/**
 * A day that has passed is only recorded, by the officer with a reason, and never in a month that has ended: that one
 * may be handed in already, and what was granted in it is not changed from behind.
 */
function mayHavePassed(one: Switch, said: DateSaid): boolean {
  const today = dateOf(said.at);
  const isOfficers = said.side === 'officer' && said.reason !== undefined;
  return said.on >= today || (isOfficers && said.on >= firstDay(monthOf(today)) && said.on >= dateOf(one.toldAt));
}

const at = 'body.on';

/**
 * The day of the switch (S-47, S-49, S-54). Outside the window it is accepted only from the officer and with a reason:
 * the customer's own day where the pack lets it override (S-47, A23), or any day once the window has passed without one
 * (work goes on, and the mark is kept). May be changed until it has come.
 */
export function settleDate(one: Switch, said: DateSaid, pack: Pack): Result<Switch, DateRefusal> {
  const open = mayBeDated(one, said);
  if (!open.ok) return open;
  const { window } = one;
  if (!window) return refuse('conflict', 'providers-not-told');
  const reason = said.reason ?? (said.on === one.wishedDate ? one.wishReason : undefined);
  if (!mayHavePassed(one, { ...said, ...(reason ? { reason } : {}) }))
    return refuse('invalid', 'switch-date-passed', [{ at, code: 'switch-date-passed' }]);

  const isOutside = said.on < window.earliest || said.on > window.latest;
  const wishedByCustomer = said.wishedByCustomer || said.on === one.wishedDate;
  const overrides = wishedByCustomer && pack.params['switch.customerDateOverrides'];
  const isOverdue = dateOf(said.at) > window.latest;
  if (isOutside && !(said.side === 'officer' && (overrides || isOverdue))) {
    const { language } = said;
    const days = { earliest: dateIn(window.earliest, language), latest: dateIn(window.latest, language) };
    const message = sentence('switch-between', language, days);
    return refuse('invalid', 'outside-window', [{ at, code: 'outside-window', message }]);
  }
  if (isOutside && reason === undefined)
    return refuse('invalid', 'reason-missing', [{ at: 'body.reason', code: 'reason-missing' }]);
  return accept({
    ...one,
    state: said.on <= dateOf(said.at) ? 'switched' : 'dated',
    date: { at: said.at, by: said.by, on: said.on, wishedByCustomer, ...(reason ? { reason } : {}) },
    // Of the day that is set now: a day inside the window removes the mark of the one before.
    warnings: marked(
      one.warnings.filter((warning) => warning !== 'OUTSIDE_WINDOW'),
      isOutside ? ['OUTSIDE_WINDOW'] : [],
    ),
  });
}
