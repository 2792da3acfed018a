import * as z from 'zod';
import { letterTag } from './letter-tag.ts';

/** An event of SES as EventBridge brings it, as far as we read it. */
const SesEvent = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
  }),
});

/** A message that SES never sent has come back too; delays, openings and clicks are nobody's business here. */
const fates: Readonly<Record<string, 'delivered' | 'bounced'>> = {
  Delivery: 'delivered',
  Bounce: 'bounced',
  Reject: 'bounced',
  'Rendering Failure': 'bounced',
};

export const isSesEvent = (event: unknown): boolean => SesEvent.pick({ source: true }).safeParse(event).success;

/** The letter and what became of it; undefined when the event is about none of our letters. */
export function deliveryOf(event: unknown): { letterId: string; fate: 'delivered' | 'bounced' } | undefined {
  const { detail } = SesEvent.parse(event);
  const letterId = detail.mail.tags[letterTag]?.[0];
  const fate = fates[detail.eventType];
  return letterId && fate ? { letterId, fate } : undefined;
}
