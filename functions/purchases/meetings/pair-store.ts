import type { Change, Key, Page, Table } from '../../../shared/ports/table.ts';
import { readableAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Pair, PairMeeting } from './pair.ts';

const keyOf = (id: string): Key => ({ pk: `PAIR#${id}`, sk: 'PAIR' });
const meetingKey = ({ pairId, id }: Pick<PairMeeting, 'pairId' | 'id'>): Key => ({
  pk: `PAIR#${pairId}`,
  sk: `MEETING#${id}`,
});

/** Whose pairs a list is of: those that a unit buys in, those that it performs in, or all. */
export type PairList = { readonly orderingUnitId: string } | { readonly receivingUnitId: string } | 'all';

/** The most meetings of a pair that are kept in sight: a hundred years of them. */
export const mostMeetings = 200;

/** Where pairs of units live, each with its meetings: by both units, and all of them. */
export const pairStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Pair> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Pair, item);
  },
  save: (next: Pair, over: Stored<Pair> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next.id),
      data: next,
      indexes: {
        g1: { pk: `PAIRS#by#${next.orderingUnitId}`, sk: next.id },
        g2: { pk: 'PAIRS', sk: next.id },
        g3: { pk: `PAIRS#of#${next.receivingUnitId}`, sk: next.id },
      },
    },
  }),
  /** One page, by id. */
  async list(whose: PairList, page: { limit: number; after?: string }): Promise<Page<Stored<Pair>>> {
    const [index, pk] =
      whose === 'all'
        ? (['g2', 'PAIRS'] as const)
        : 'orderingUnitId' in whose
          ? (['g1', `PAIRS#by#${whose.orderingUnitId}`] as const)
          : (['g3', `PAIRS#of#${whose.receivingUnitId}`] as const);
    const { items, next } = await table.queryIndex(index, { pk, ...page });
    return { items: readableAs(Pair, await table.getMany(items)).items, ...(next ? { next } : {}) };
  },

  async findMeeting(pairId: string, id: string): Promise<Stored<PairMeeting> | undefined> {
    const item = await table.get(meetingKey({ pairId, id }));
    return item && storedAs(PairMeeting, item);
  },
  saveMeeting: (next: PairMeeting, over: Stored<PairMeeting> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...meetingKey(next), data: next },
  }),
  /** The latest first. */
  async meetingsOf(pairId: string): Promise<readonly PairMeeting[]> {
    const range = { pk: `PAIR#${pairId}`, from: 'MEETING#', to: 'MEETING#~', descending: true, limit: mostMeetings };
    const { items } = await table.query(range);
    return readableAs(PairMeeting, items).items.map(({ entity }) => entity);
  },
});
