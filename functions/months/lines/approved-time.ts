import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { type By, ContactIn, contactsOf, notAsked, untrueContacts, withContacts } from './both-asked.ts';
import { type Contact, type Decision, figuresOf, type Line } from './line.ts';

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
    contacts: z.array(ContactIn).max(10).optional().meta({
      description:
        'Before a line that does not match is decided: the provider, and the customer’s side where it is asked about what happened (L-32, A68)',
    }),
    question: Remark.optional().meta({ description: 'What the provider is asked, with ASK; no names' }),
  })
  .meta({ id: 'LineDecision' });
export type LineDecision = z.infer<typeof LineDecision>;

export type Refused = 'not-your-line' | 'bad-request' | 'decision-incomplete' | 'above-granted' | 'correction-running';

/** An officer, or their deputy: what is decided is by `userId`, on the lines of `caseload`. */
type ByOfficer = By & {
  readonly caseload: string;
  /** Until when the provider's correction of its files is waited for, while it is (A30). */
  readonly waitsUntil?: Instant | undefined;
};

/** Everything that is still missing before the decision may be made, all at once. */
function missing(line: Line, said: LineDecision, contacts: readonly Contact[]): readonly Fault[] {
  const { status } = line.proposal;
  const faulty = status === 'FAULTY';
  const differs = said.decision === 'ADJUST' || said.decision === 'REJECT';
  return [
    ...notAsked(line, contacts),
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
 * Whether a decision falls back on what was granted, where the basis is faulty (L-44): as it is proposed, or with more
 * than its rows show. What the officer charges below that, or nothing, can be known without a correction.
 */
const fallsBack = (line: Line, said: LineDecision, charged: number): boolean =>
  line.proposal.status === 'FAULTY' &&
  charged > 0 &&
  (said.decision === 'APPROVE' ||
    charged === line.granted ||
    figuresOf({ proposal: line.proposal, decision: { charged } }).topUp > 0);

/**
 * The responsible officer decides a line (L-31–L-33): a matching one as it is; another only when those have been
 * asked who can tell what happened (A68); a faulty basis with a code and a comment (L-44), and
 * charged as granted only when no correction is waited for (A30). Nothing is charged above what is granted (L-38).
 */
export function decide(line: Line, said: LineDecision, by: ByOfficer): Result<Line, Refused> {
  if (line.officerId !== by.caseload) return refuse('forbidden', 'not-your-line');
  const untrue = untrueContacts(said.contacts, by);
  if (untrue.length > 0) return refuse('invalid', 'bad-request', untrue);
  const contacts = contactsOf(line, said.contacts, by);
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
  if (by.waitsUntil !== undefined && fallsBack(line, said, charged))
    return refuse('conflict', 'correction-running', [{ at: 'body.decision', code: 'correction-running' }]);
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

/**
 * Whether a line would come out as it is: the same said again by the same person is told once, and nobody is asked the
 * same thing twice. Another person who says the same has had a hand in it (A72).
 */
export const isSaidAgain = (line: Line, next: Line): boolean => {
  const what = ({ contacts, question, decision }: Line) => ({
    contacts: contacts.length,
    question: question && [question.by, question.text, question.answer?.at],
    decision: decision && [decision.by, decision.kind, decision.charged, decision.comment, decision.faultCode],
  });
  return JSON.stringify(what(line)) === JSON.stringify(what(next));
};

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
