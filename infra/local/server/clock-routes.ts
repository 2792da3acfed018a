import * as z from 'zod';
import { localIso, parseInstant } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Machine } from '../machine.ts';
import { localRoute } from './mount.ts';
import type { LocalRoute } from './route.ts';

const Now = z.object({ now: z.string() });
const Moved = z.object({
  now: z.string(),
  ran: z.int().meta({ description: 'How many things the jobs on the way did' }),
});

/** The machine's time, and moving it: forward runs every job that falls due on the way, backwards runs nothing. */
export function clockRoutes(machine: Machine): readonly LocalRoute[] {
  const { clock, deps } = machine;

  const getClock = endpoint({
    summary: "The machine's time",
    answer: Now,
    run: async () => done({ now: localIso(clock.now()) }),
  });

  const setClock = endpoint({
    summary: "Move the machine's time",
    body: z.strictObject({ now: z.string().max(40) }),
    answer: Moved,
    async run({ body }) {
      const target = parseInstant(body.now);
      if (!target) return refuse('invalid', 'bad-request', [{ at: 'body.now', code: 'bad-value' }]);
      const isForward = target > clock.now();
      const ran = isForward ? await machine.moveTo(target) : 0;
      // Also forward, where the jobs had been run further than this before the clock was moved back.
      if (!isForward || clock.now() < target) clock.set(target);
      return done({ now: localIso(target), ran });
    },
  });

  return [localRoute('GET /_local/clock', getClock, deps), localRoute('PUT /_local/clock', setClock, deps)];
}
