import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';

type Page = 'tasks' | 'purchases' | 'orders' | 'months' | 'switches' | 'cases' | 'settings';

/** Whom a deadline concerns, and what a letter about it may say of its subject. */
export type Parties = {
  readonly providerId?: string;
  readonly joiningId?: string;
  readonly officerIds: readonly string[];
  readonly fields: Pick<LetterFields, 'caseNo' | 'orderId' | 'month'> & { readonly to: Page; readonly id?: string };
};

export function partiesOf({ subject }: Deadline): Parties {
  switch (subject.kind) {
    case 'order': {
      const { orderId, caseNo, providerId, officerId } = subject;
      return { providerId, officerIds: [officerId], fields: { to: 'orders', orderId, caseNo } };
    }
    case 'month': {
      const { month, providerId, officerId, officerIds = [] } = subject;
      return { providerId, officerIds: officerId ? [officerId] : officerIds, fields: { to: 'months', month } };
    }
    case 'case': {
      const { caseNo, providerId, officerId } = subject;
      return { ...(providerId ? { providerId } : {}), officerIds: [officerId], fields: { to: 'cases', caseNo } };
    }
    case 'switch': {
      const { switchId, caseNo, providerId, joiningId, officerId } = subject;
      return { providerId, joiningId, officerIds: [officerId], fields: { to: 'switches', id: switchId, caseNo } };
    }
    case 'purchase':
      return { officerIds: [], fields: { to: 'purchases', id: subject.purchaseId } };
    case 'pair':
      return { officerIds: [], fields: { to: 'tasks' } };
    case 'basis':
      return { officerIds: [], fields: { to: 'tasks', month: subject.month } };
    case 'mail':
      return { officerIds: [], fields: { to: 'tasks' } };
    case 'invoice':
      return { officerIds: [], fields: { to: 'tasks', month: subject.month } };
    case 'provider':
      return { providerId: subject.providerId, officerIds: [], fields: { to: 'settings' } };
    case 'routine':
      return { officerIds: [], fields: { to: 'settings' } };
  }
}
