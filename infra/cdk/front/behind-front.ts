import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** The header by which the front shows that a request came through it, and so through its firewall. */
export const frontHeader = 'x-utfort-front';

const HttpEvent = z.looseObject({
  headers: z.record(z.string(), z.string().optional()).default({}),
  requestContext: z.looseObject({ http: z.unknown().refine((http) => http !== undefined) }),
});

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const shut = {
  statusCode: 403,
  headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ type: 'about:blank', title: 'Forbidden', status: 403, code: 'not-this-way' }),
};

/**
 * An HTTP API takes no firewall, and its own address is open to all: a request over HTTP that does not carry the
 * front's secret is answered before anything is read of it. Without a secret nothing comes in. Schedules, streams and
 * queues come another way, with IAM as their door.
 */
export const behindFront =
  <Event, Context, Answer>(handler: (event: Event, context: Context) => Promise<Answer>) =>
  async (event: Event, context: Context): Promise<Answer | typeof shut> => {
    const http = HttpEvent.safeParse(event);
    const secret = process.env.FRONT_SECRET ?? '';
    const shown = http.data?.headers[frontHeader] ?? '';
    return http.success && !(secret !== '' && same(shown, secret)) ? shut : handler(event, context);
  };
