import * as z from 'zod';
import { jobOn } from '../../shared/http/job.ts';
import { committed } from '../../shared/steps/commit.ts';
import { system } from '../../shared/steps/effects.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { DeliveryFate, hear } from './delivery.ts';
import { letterTrouble } from './trouble-step.ts';

const attempts = 4;

/** What the mail service reports of a letter: that it arrived, or that it came back and a person must look at it. */
export const takeDeliveryEvent = jobOn(
  z.object({ letterId: z.string(), fate: DeliveryFate }),
  async (news, at, deps) => {
    const letters = letterStore(deps.table);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const stored = await letters.find(news.letterId);
      const next = stored && hear(stored.entity, news.fate, at);
      if (!stored || !next) return { done: 0 };
      const effects = {
        saves: [letters.save(next, stored)],
        letters: next.state === 'bounced' ? letterTrouble(next, at, deps) : [],
      };
      // Lost to the sender, who marks it sent just then: decided again on what is stored now.
      if (await committed(effects, { by: system, at }, deps)) return { done: 1 };
    }
    throw new Error('a letter changes all the time');
  },
);
