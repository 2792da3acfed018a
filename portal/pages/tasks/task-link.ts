import type { AnswerOf } from '../../api/contract.ts';
import { hrefOf } from '../../app/router.ts';
import { activeRole } from '../../sign-in/session.ts';

type Task = AnswerOf<'GET /tasks'>['items'][number];

/** Where a month's task is worked on, by who does it: a provider has one month, the municipality one for each. */
function monthLink({ month = '', providerId = '' }: Task['subject']): string | undefined {
  const role = activeRole();
  if (role === 'provider' || role === 'provider-manager') return hrefOf('/manad/:month', { month });
  return role === 'officer' || role === 'head' ? hrefOf('/manad/:month/:providerId', { month, providerId }) : undefined;
}

/** The page on which a task is done. */
export function linkOf({ subject }: Task): string | undefined {
  if (subject.kind === 'order') return hrefOf('/bestallningar/:orderId', { orderId: subject.orderId ?? '' });
  if (subject.kind === 'case') return hrefOf('/arenden/:caseNo', { caseNo: subject.caseNo ?? '' });
  if (subject.kind === 'switch') return hrefOf('/byten/:switchId', { switchId: subject.switchId ?? '' });
  return subject.kind === 'month' ? monthLink(subject) : undefined;
}
