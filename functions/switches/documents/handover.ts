import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { type HandoverDocument, marked, type Switch } from '../switch.ts';

export type HandoverSaid = {
  readonly side: 'officer' | 'leaving';
  readonly consent: boolean;
  readonly askedOn: LocalDate;
  readonly documents: readonly HandoverDocument[];
  readonly by: string;
  readonly at: Instant;
};

const isInOrder = (documents: readonly HandoverDocument[]): boolean =>
  documents.every(({ on }, index) => index === 0 || (documents[index - 1]?.on ?? on) <= on);

/** Whether every document goes to the joining provider, so that the officer has none to wait for (L-65). */
export const leavesNothing = ({ handover }: Switch): boolean =>
  handover !== undefined && handover.documents.length > 0 && handover.documents.every(({ to }) => to === 'NEW');

/**
 * The leaving provider has asked whether its documentation is to be shared with the new one (S-51), or the officer has
 * where the customer wants no contact with it (S-48). Without consent nothing goes over (L-64); what does not go over
 * goes to the officer (L-65), in date order: put in order and marked when it came in another (L-66).
 */
export function recordAnswer(
  one: Switch,
  { side, consent, askedOn, documents, by, at }: HandoverSaid,
): Result<Switch, 'providers-not-told' | 'switch-over' | 'officer-relays' | 'bad-request'> {
  if (one.told === undefined) return refuse('conflict', 'providers-not-told');
  if (one.state === 'called-off') return refuse('conflict', 'switch-over');
  if (side === 'leaving' && one.noContact) return refuse('conflict', 'officer-relays');
  const faults: readonly Fault[] = [
    ...(askedOn > dateOf(at) ? [{ at: 'body.askedOn', code: 'asked-ahead' }] : []),
    ...documents.flatMap(({ to }, index) =>
      to === 'NEW' && !consent ? [{ at: `body.documents.${index}.to`, code: 'no-consent' }] : [],
    ),
  ];
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const sorted = documents.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return accept({
    ...one,
    handover: { at, by, consent, askedOn, documents: sorted },
    warnings: marked(
      one.warnings.filter((warning) => warning !== 'NOT_IN_DATE_ORDER'),
      isInOrder(documents) ? [] : ['NOT_IN_DATE_ORDER'],
    ),
  });
}

/** The joining provider has spoken with the customer about the take-over (S-53). */
export function planned(
  one: Switch,
  { contactedAt, by, at }: { readonly contactedAt: Instant; readonly by: string; readonly at: Instant },
): Result<Switch, 'switch-over' | 'bad-request'> {
  if (one.state === 'called-off') return refuse('conflict', 'switch-over');
  const early = one.told !== undefined && contactedAt < one.told.inAt;
  if (contactedAt > at || early)
    return refuse('invalid', 'bad-request', [
      { at: 'body.contactedAt', code: early ? 'contact-before-told' : 'contact-ahead' },
    ]);
  return accept({ ...one, takeover: { at, by, contactedAt } });
}
