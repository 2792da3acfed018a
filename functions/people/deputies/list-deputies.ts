import * as z from 'zod';
import { Deputy, isDeputyOver } from '../../../shared/domain/deputy.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { deputyStore } from '../../../shared/stores/deputy-store.ts';

const DeputyView = Deputy.extend({ inForce: z.boolean() });

/** Who is whose deputy: the head sees everybody's, others their own deputies and those whose deputies they are. */
export const listDeputies = endpoint({
  summary: 'List who stands in for whom',
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({
    items: z.array(DeputyView).meta({ description: 'Who has been appointed; the last to end comes first' }),
    mine: z.array(DeputyView).meta({ description: 'Whom the caller has been appointed to stand in for' }),
    next: z.string().optional(),
  }),
  async run({ query, caller, at }, { table }) {
    const deputies = deputyStore(table);
    const today = dateOf(at);
    const view = (deputy: Deputy) => ({ ...deputy, inForce: !isDeputyOver(deputy, today) && deputy.from <= today });
    const whose = caller.role === 'head' ? undefined : caller.userId;
    const { items, next } = await deputies.list(whose, { limit: query.limit, after: query.cursor });
    return done({ items: items.map(view), mine: (await deputies.of(caller.userId)).map(view), next });
  },
});
