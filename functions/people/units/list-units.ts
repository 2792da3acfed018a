import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { OwnUnit } from '../../../shared/domain/own-unit.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { packInForce } from '../../../shared/packs/packs.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';

const UnitView = OwnUnit.extend({
  routine: z.string().optional().meta({ description: 'The title of its routine; absent where none is in force today' }),
}).meta({ id: 'UnitView' });

/** The municipality's own units that buy and sell hours, each with the routine by which it buys. */
export const listUnits = endpoint({
  summary: 'The municipality’s own units, by id',
  query: z.strictObject(wholePage),
  answer: z.object({ items: z.array(UnitView), next: z.string().optional() }),
  async run({ query, at }, { table }) {
    const units = (await unitStore(table).readable()).items.map(({ entity }) => {
      const pack = packInForce(entity.pack, dateOf(at));
      return { ...entity, ...(pack ? { routine: pack.title } : {}) };
    });
    return done(pageOf(units, ({ id }) => id, query));
  },
});
