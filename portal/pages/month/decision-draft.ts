import type { Asked } from '../../api/contract.ts';
import type { Failure } from '../../api/outcome.ts';
import { minutesIn } from '../../parts/minutes-field.tsx';
import type { Line } from './lines.ts';

export const decideRoute = 'PUT /months/{month}/providers/{providerId}/lines/{caseNo}';
export type Said = Asked<typeof decideRoute>['body'];
export type Choice = 'APPROVE' | 'ADJUST' | 'REJECT' | 'ASK';

export const emptyDraft = {
  decision: '' as Choice | '',
  hours: '',
  minutes: '',
  comment: '',
  faultCode: '',
  question: '',
  customer: false,
  provider: false,
  note: '',
};
export type Draft = typeof emptyDraft;

/** Whether the API will ask for a comment; it is told before, and asked for by the API all the same. */
export const needsComment = ({ proposal }: Line, { decision }: Draft) =>
  decision === 'ADJUST' || decision === 'REJECT' || (decision === 'APPROVE' && proposal.status === 'FAULTY');

/** What is sent, of what has been filled in. */
export function saidOf(line: Line, draft: Draft): Said | undefined {
  const { decision, comment, faultCode, question, note } = draft;
  if (decision === '') return undefined;
  const contacts = (['customer', 'provider'] as const)
    .filter((who) => draft[who])
    .map((who) => ({ with: who, ...(note ? { note } : {}) }));
  const isAsking = decision === 'ASK';
  return {
    decision,
    ...(decision === 'ADJUST' ? { minutes: minutesIn(draft) } : {}),
    ...(comment && !isAsking ? { comment } : {}),
    ...(faultCode && !isAsking && line.proposal.status === 'FAULTY' ? { faultCode } : {}),
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(isAsking && question ? { question } : {}),
  };
}

/** The field that a fault of the API is about. */
export const fieldOf = ({ at, code }: Failure['faults'][number]): string =>
  code === 'customer-not-asked' ? 'customer' : code === 'provider-not-asked' ? 'provider' : (at.split('.')[1] ?? '');
