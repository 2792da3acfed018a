import * as z from 'zod';
import { ReturnReason } from '../../shared/domain/letter.ts';
import { jobOn } from '../../shared/http/job.ts';
import { committed } from '../../shared/steps/commit.ts';
import { system } from '../../shared/steps/effects.ts';
import { DeliveryFate } from './delivery.ts';
import { hearOfLetter } from './hearing-step.ts';

const attempts = 4;

/** What the mail service reports of a letter: that it arrived, or that it came back and a person must look at it. */
export const takeDeliveryEvent = jobOn(
  z.object({ letterId: z.string(), fate: DeliveryFate, because: ReturnReason.optional() }),
  async ({ letterId, fate, because }, at, deps) => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const effects = await hearOfLetter(letterId, fate, at, deps, because);
      if (!effects) return { done: 0 };
      // Lost to the sender, who marks it sent just then: decided again on what is stored now.
      if (await committed(effects, { by: system, at }, deps)) return { done: 1 };
    }
    throw new Error('a letter changes all the time');
  },
);
