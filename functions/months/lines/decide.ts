import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { asksOf } from './asking.ts';
import { type Contact, contactKinds, type Decision, type Line } from './line.ts';

/** What an officer says of a line. */
export const LineDecision = z
  .strictObject({
    decision: z.enum(['APPROVE', 'ADJUST', 'REJECT', 'ASK', 'REOPEN']).meta({
      description:
        'APPROVE as proposed · ADJUST to other minutes · REJECT all · ASK the provider, undecided · REOPEN: taken back, undecided',
    }),
    minutes: z.int().min(0).optional().meta({ description: 'The minutes to charge, with ADJUST' }),
    comment: Remark.optional().meta({ description: 'Needed with ADJUST, REJECT and a faulty basis (L-33, L-44)' }),
    faultCode: z
      .string()
      .regex(/^[A-Z_]{2,40}$/)
      .optional()
      .meta({ description: 'Needed for a faulty basis (A30)' }),
    contacts: z
      .array(
        z.strictObject({
          with: z.enum(contactKinds).meta({
            description: 'relative: also the estate · not-possible: nobody on the customer’s side, with a reason',
          }),
          at: z.iso.datetime({ offset: true }).optional(),
          note: Remark.optional(),
          reason: Remark.optional().meta({ description: 'Needed with not-possible; stands in the signed report' }),
        }),
      )
      .max(10)
      .optional()
      .meta({
        description:
          'Before a line that does not match is decided: the provider, and the customer’s side where it is asked about what happened (L-32, A68)',
      }),
    question: Remark.optional().meta({ description: 'What the provider is asked, with ASK; no names' }),
  })
  .meta({ id: 'LineDecision' });
export type LineDecision = z.infer<typeof LineDecision>;

export type Refused = 'not-your-line' | 'bad-request' | 'decision-incomplete' | 'above-granted';

type By = { readonly userId: string; readonly at: Instant };
/** An officer, or their deputy: what is decided is by `userId`, on the lines of `caseload`. */
type ByOfficer = By & { readonly caseload: string };

/** So many contacts of each kind are shown beside a line, the latest; the journal counts those of every decision. */
const mostContacts = 20;

/** With what has been asked now, in order; of the earliest contacts, those beyond what is kept go. */
function withContacts(line: Line, more: readonly Contact[]): readonly Contact[] {
  const all = [...line.contacts, ...more];
  const kept = new Set(
    contactKinds.flatMap((who) => all.filter((contact) => contact.with === who).slice(-mostContacts)),
  );
  return all.filter((contact) => kept.has(contact));
}

const contactsOf = (line: Line, said: LineDecision, by: By): readonly Contact[] =>
  withContacts(
    line,
    (said.contacts ?? []).map((contact) => ({
      with: contact.with,
      at: contact.at ? new Date(contact.at).toISOString() : by.at,
      by: by.userId,
      ...(contact.note ? { note: contact.note } : {}),
      ...(contact.with === 'not-possible' && contact.reason ? { reason: contact.reason } : {}),
    })),
  );

/** Contacts that nobody can have had: ahead of now (L-32), or not possible without a word of why (A68). */
const untrueContacts = (said: LineDecision, by: By): readonly Fault[] =>
  (said.contacts ?? []).flatMap(({ with: who, at, reason }, n) => [
    ...(at !== undefined && Date.parse(at) > Date.parse(by.at)
      ? [{ at: `body.contacts.${n}.at`, code: 'time-ahead' }]
      : []),
    ...(who === 'not-possible' && !reason ? [{ at: `body.contacts.${n}.reason`, code: 'reason-missing' }] : []),
  ]);

/** Everything that is still missing before the decision may be made, all at once. */
function missing(line: Line, said: LineDecision, contacts: readonly Contact[]): readonly Fault[] {
  const asked = (...who: Contact['with'][]) => contacts.some((contact) => who.includes(contact.with));
  const asks = asksOf(line);
  const faulty = line.proposal.status === 'FAULTY';
  const differs = said.decision === 'ADJUST' || said.decision === 'REJECT';
  return [
    ...(asks.customer && !asked('customer', 'relative', 'not-possible')
      ? [{ at: 'body.contacts', code: 'customer-not-asked' }]
      : []),
    ...(asks.provider && !asked('provider') ? [{ at: 'body.contacts', code: 'provider-not-asked' }] : []),
    ...(faulty && !said.faultCode ? [{ at: 'body.faultCode', code: 'fault-code-missing' }] : []),
    ...((faulty || differs) && !said.comment ? [{ at: 'body.comment', code: 'comment-missing' }] : []),
    ...(said.decision === 'ADJUST' && said.minutes === undefined
      ? [{ at: 'body.minutes', code: 'minutes-missing' }]
      : []),
  ];
}

const chargedBy = ({ proposal }: Line, said: LineDecision): number => {
  if (said.decision === 'REJECT') return 0;
  return said.decision === 'ADJUST' ? (said.minutes ?? 0) : proposal.charged;
};

const kindOf = ({ proposal, granted }: Line, said: LineDecision, charged: number): Decision['kind'] => {
  if (said.decision === 'REJECT') return 'REJECTED';
  // A faulty basis that is paid as granted is called by its name (L-44), no matter who proposed it.
  if (proposal.status === 'FAULTY' && charged === granted) return 'CHARGED_AS_GRANTED';
  return charged === proposal.charged ? 'APPROVED' : 'ADJUSTED';
};

/**
 * The responsible officer decides a line (L-31–L-33): a matching one as it is; another only when those have been
 * asked who can tell what happened (A68); a faulty basis with a code and a comment (L-44, A30). Nothing is charged above what is granted (L-38).
 */
export function decide(line: Line, said: LineDecision, by: ByOfficer): Result<Line, Refused> {
  if (line.officerId !== by.caseload) return refuse('forbidden', 'not-your-line');
  const untrue = untrueContacts(said, by);
  if (untrue.length > 0) return refuse('invalid', 'bad-request', untrue);
  const contacts = contactsOf(line, said, by);
  const next = { ...line, contacts: [...contacts], version: line.version + 1 };
  if (said.decision === 'ASK') {
    if (!said.question)
      return refuse('invalid', 'decision-incomplete', [{ at: 'body.question', code: 'question-missing' }]);
    return accept({ ...next, question: { text: said.question, at: by.at, by: by.userId }, decision: undefined });
  }
  // Taken back until the report is signed; what was asked and noted stays.
  if (said.decision === 'REOPEN') return accept({ ...next, decision: undefined });
  const faults = missing(line, said, contacts);
  if (faults.length > 0) return refuse('invalid', 'decision-incomplete', faults);
  const charged = chargedBy(line, said);
  if (charged > line.granted)
    return refuse('invalid', 'above-granted', [{ at: 'body.minutes', code: 'above-granted' }]);
  return accept({
    ...next,
    decision: {
      kind: kindOf(line, said, charged),
      charged,
      by: by.userId,
      at: by.at,
      ...(said.comment ? { comment: said.comment } : {}),
      ...(said.faultCode ? { faultCode: said.faultCode } : {}),
    },
  });
}

/** The provider answers what was asked; that is also a contact with the provider (L-32). */
export function answer(line: Line, text: string, by: By): Result<Line, 'no-question'> {
  if (!line.question || line.question.answer) return refuse('conflict', 'no-question');
  return accept({
    ...line,
    question: { ...line.question, answer: { text, at: by.at, by: by.userId } },
    contacts: [...withContacts(line, [{ with: 'provider', at: by.at, by: by.userId }])],
    version: line.version + 1,
  });
}
