import * as z from 'zod';
import { dateOf, LocalDate } from '../../shared/domain/local-time.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { promptnessOn } from './load-figures.ts';
import { promisedSeconds } from './promptness.ts';

/** How promptly a day's letters have left, today's where no day is given, and how many wait today. */
export const getLetterFigures = endpoint({
  summary: 'How many letters have left within ten seconds',
  query: z.strictObject({ on: LocalDate.optional() }),
  answer: z
    .object({
      on: LocalDate,
      withinSeconds: z.int(),
      sent: z.int(),
      inTime: z.int(),
      missed: z.int().meta({ description: 'Not sent yet, though their time has passed' }),
      share: z.number().optional().meta({ description: 'In per cent; absent on a day without letters' }),
    })
    .meta({ id: 'LetterFigures' }),
  async run({ query, at }, { table }) {
    const on = query.on ?? dateOf(at);
    return done({ on, withinSeconds: promisedSeconds, ...(await promptnessOn(on, at, table)) });
  },
});
