import * as z from 'zod';
import { taskKey } from '../../../shared/domain/deadline-kinds.ts';
import { DeadlineView, deadlineView } from '../../../shared/domain/deadline-view.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { officerNames } from '../lines/load-officers.ts';
import { Part, type ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { partFor } from './month-view.ts';

const Row = z.object({
  providerId: z.string(),
  state: z.enum(['open', 'received', 'incomplete', 'closed', 'stated']),
  receivedAt: z.string().optional(),
  closedAt: z.string().optional().meta({ description: 'When it was closed, where nothing was handed in (A81)' }),
  late: z.boolean(),
  parts: z.array(Part),
  statedAt: z.string().optional(),
  claimOre: z.int().optional().meta({ description: 'What a settlement claims back, until it has been claimed' }),
  deadlines: z.array(DeadlineView.extend({ text: z.string().meta({ description: 'What is to be done, in words' }) })),
});

const claimIn = (settlements: NonNullable<ProviderMonth['settlements']>): { readonly claimOre?: number } => {
  const claimOre = settlements.reduce((sum, one) => sum + (one.claimed ? 0 : one.claimOre), 0);
  return claimOre > 0 ? { claimOre } : {};
};

/** The month over all providers: handed in, reconciled, stated, and what is late. */
export const listMonths = endpoint({
  summary: 'The month over all providers',
  path: z.object({ month: Month }),
  query: z.strictObject(wholePage),
  answer: z.object({
    month: z.string(),
    items: z.array(Row),
    next: z.string().optional(),
    officers: z.record(z.string(), z.string()).meta({ description: 'The names of the officers, by id' }),
  }),
  async run({ path, query, caller, language }, deps) {
    const { table } = deps;
    const all = await monthStore(table).ofMonth(path.month);
    const { items: months, next } = pageOf(all, ({ providerId }) => providerId, query);
    const items = await Promise.all(
      months.map(async ({ providerId, state, submission, closed, statement, settlements = [] }) => ({
        providerId,
        state,
        ...(submission ? { receivedAt: submission.receivedAt } : {}),
        ...(closed ? { closedAt: closed.at } : {}),
        late: submission?.late ?? false,
        parts: (await monthStore(table).parts(path.month, providerId)).map(({ entity }) => partFor(entity, caller)),
        ...(statement ? { statedAt: statement.at } : {}),
        ...claimIn(settlements),
        deadlines: (await deadlineStore(table).ofMonth(path.month, providerId)).map(({ entity }) => ({
          ...deadlineView(entity),
          text: sentence(taskKey(entity.code, undefined), language),
        })),
      })),
    );
    const officers = await officerNames(
      months.flatMap((one) => one.officers),
      deps,
    );
    return done({ month: path.month, items, next, officers });
  },
});
