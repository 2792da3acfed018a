import * as z from 'zod';
import type { ReturnReason } from '../domain/letter.ts';
import { letterTag } from './letter-tag.ts';

/** An event of SES as EventBridge brings it, as far as we read it. */
const SesEvent = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).partial().optional(),
    complaint: z.object({ complaintSubType: z.string().nullish() }).optional(),
  }),
});
type Detail = z.infer<typeof SesEvent>['detail'];

type Heard = {
  readonly fate: 'delivered' | 'bounced' | 'complained';
  readonly because?: ReturnReason;
};

/** SES keeps addresses that have come back, and sends nothing more there: on its own list, and on the account's. */
const suppressed = new Set(['Suppressed', 'OnAccountSuppressionList']);

function bounced({ bounceType, bounceSubType = '' }: NonNullable<Detail['bounce']>): Heard {
  if (suppressed.has(bounceSubType)) return { fate: 'bounced', because: 'suppressed' };
  return { fate: 'bounced', because: bounceType === 'Permanent' ? 'no-such-address' : 'not-now' };
}

/** A message that SES never sent has come back too; delays, openings and clicks are nobody's business here. */
const fates: Readonly<Record<string, (detail: Detail) => Heard>> = {
  Delivery: () => ({ fate: 'delivered' }),
  Bounce: ({ bounce = {} }) => bounced(bounce),
  // What SES itself held back for an earlier complaint never left.
  Complaint: ({ complaint }) =>
    suppressed.has(complaint?.complaintSubType ?? '')
      ? { fate: 'bounced', because: 'suppressed' }
      : { fate: 'complained', because: 'complaint' },
  Reject: () => ({ fate: 'bounced', because: 'refused' }),
  'Rendering Failure': () => ({ fate: 'bounced', because: 'refused' }),
};

export const isSesEvent = (event: unknown): boolean => SesEvent.pick({ source: true }).safeParse(event).success;

/** The letter and what became of it; undefined when the event is about none of our letters. */
export function deliveryOf(event: unknown): (Heard & { letterId: string }) | undefined {
  const { detail } = SesEvent.parse(event);
  const letterId = detail.mail.tags[letterTag]?.[0];
  const heard = Object.hasOwn(fates, detail.eventType) ? fates[detail.eventType]?.(detail) : undefined;
  return letterId && heard ? { letterId, ...heard } : undefined;
}
