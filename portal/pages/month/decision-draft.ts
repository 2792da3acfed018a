import type { Asked } from '../../api/contract.ts';
import type { Failure } from '../../api/outcome.ts';
import { totalMinutes } from '../../parts/minutes-field.tsx';
import type { decideRoute, LineShown } from './lines.ts';

export type Said = Asked<typeof decideRoute>['body'];
export type Choice = 'APPROVE' | 'ADJUST' | 'REJECT' | 'ASK';

export const emptyDecision = {
  decision: '' as Choice | '',
  hours: '',
  minutes: '',
  comment: '',
  faultCode: '',
  question: '',
  customer: false,
  relative: false,
  'not-possible': false,
  provider: false,
  note: '',
  reason: '',
};
export type DecisionDraft = typeof emptyDecision;

/** Who can tell what happened at the customer's; or that nobody can, and why (A68). */
export const customersSide = ['customer', 'relative', 'not-possible'] as const;

/** Whom the API asks about; of a line from before it said so, both where it does not match (L-32). */
export const whomToAsk = ({
  asks,
  proposal,
}: LineShown): { readonly customer: boolean; readonly provider: boolean } => {
  const differs = proposal.status !== 'MATCH';
  return asks ?? { customer: differs, provider: differs };
};

/** Whether the API will ask for a comment; it is told before, and asked for by the API all the same. */
export const needsComment = ({ proposal }: LineShown, { decision }: DecisionDraft) =>
  decision === 'ADJUST' || decision === 'REJECT' || (decision === 'APPROVE' && proposal.status === 'FAULTY');

/** What is sent, of what has been filled in. */
export function saidOf(line: LineShown, draft: DecisionDraft): Said | undefined {
  const { decision, comment, faultCode, question, note, reason } = draft;
  if (decision === '') return undefined;
  const contacts = [...customersSide, 'provider' as const]
    .filter((who) => draft[who])
    .map((who) => ({
      with: who,
      ...(note ? { note } : {}),
      ...(who === 'not-possible' && reason ? { reason } : {}),
    }));
  const isAsking = decision === 'ASK';
  return {
    decision,
    ...(decision === 'ADJUST' ? { minutes: totalMinutes(draft) } : {}),
    ...(comment && !isAsking ? { comment } : {}),
    ...(faultCode && !isAsking && line.proposal.status === 'FAULTY' ? { faultCode } : {}),
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(isAsking && question ? { question } : {}),
  };
}

/** The field that a fault of the API is about. */
export const fieldOf = ({ at, code }: Failure['faults'][number]): string =>
  /^body\.contacts\.\d+\.reason$/.test(at)
    ? 'reason'
    : code === 'customer-not-asked'
      ? 'customer'
      : code === 'provider-not-asked'
        ? 'provider'
        : (at.split('.')[1] ?? '');
