import * as z from 'zod';
import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Sample } from './commitment.ts';
import { SampledNote } from './sampled-note.ts';

const Seed = z.object({ seed: z.string() });
const SampledCase = z.object({ caseNo: z.string(), officerId: z.string() });
/** Cases of one provider, as they were drawn. */
const Drawn = z.object({ providerId: z.string(), cases: z.array(SampledCase) });
const KeptNote = z.object({ providerId: z.string(), caseNo: z.string(), note: SampledNote });

export type DrawnCase = z.infer<typeof SampledCase> & { readonly providerId: string };

const casesInPiece = 2000;
const keyOf = (month: Month): Key => ({ pk: `SAMPLE#${month}`, sk: 'SAMPLE' });
const seedKey = (month: Month): Key => ({ pk: `SEED#${month}`, sk: 'SEED' });
const drawnKey = (month: Month, providerId: string, n: number): Key => ({
  pk: `SAMPLE#${month}`,
  sk: `DRAWN#${providerId}#${String(n).padStart(4, '0')}`,
});
const noteKey = (month: Month, { providerId, caseNo }: Pick<DrawnCase, 'providerId' | 'caseNo'>): Key => ({
  pk: `SAMPLE#${month}`,
  sk: `NOTE#${providerId}#${caseNo}`,
});

/**
 * Where a month's sample lives. Its seed stands by itself, where only the clock's own work reads: no answer can hold it
 * before it is drawn.
 */
export const sampleStore = (table: Table) => {
  async function all(month: Month, from: string): Promise<readonly Item[]> {
    const found: Item[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: `SAMPLE#${month}`, from, to: `${from}\uffff`, after });
      found.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return found;
  }

  return {
    async find(month: Month): Promise<Stored<Sample> | undefined> {
      const item = await table.get(keyOf(month));
      return item && storedAs(Sample, item);
    },

    save: (next: Sample, over: Stored<Sample> | undefined): Change => ({
      kind: 'put',
      over: over?.version ?? 0,
      item: { ...keyOf(next.month), data: next },
    }),

    /** Written once: whoever commits the month a second time is lost. */
    keepSeed: (month: Month, seed: string): Change => ({
      kind: 'put',
      over: 0,
      item: { ...seedKey(month), data: { seed } },
    }),

    async seed(month: Month): Promise<string | undefined> {
      const item = await table.get(seedKey(month));
      return item && Seed.parse(item.data).seed;
    },

    /** A provider's drawn cases, over those of a draw that was cut off before it was shown. */
    async saveDrawn(month: Month, providerId: string, cases: readonly DrawnCase[]): Promise<readonly Change[]> {
      const pieces = Math.ceil(cases.length / casesInPiece);
      const before = new Map((await all(month, `DRAWN#${providerId}#`)).map(({ sk, version }) => [sk, version]));
      return Array.from({ length: Math.max(pieces, before.size) }, (_, n) => {
        const key = drawnKey(month, providerId, n);
        const piece = cases.slice(n * casesInPiece, (n + 1) * casesInPiece);
        return {
          kind: 'put',
          over: before.get(key.sk) ?? 0,
          item: { ...key, data: { providerId, cases: piece.map(({ caseNo, officerId }) => ({ caseNo, officerId })) } },
        };
      });
    },

    /** Every drawn case, by provider and as it was drawn. */
    drawn: async (month: Month): Promise<readonly DrawnCase[]> =>
      (await all(month, 'DRAWN#')).flatMap(({ data }) => {
        const { providerId, cases } = Drawn.parse(data);
        return cases.map((one) => ({ ...one, providerId }));
      }),

    async note(month: Month, of: Pick<DrawnCase, 'providerId' | 'caseNo'>): Promise<Stored<SampledNote> | undefined> {
      const item = await table.get(noteKey(month, of));
      return item && { entity: KeptNote.parse(item.data).note, version: item.version };
    },

    saveNote: (
      month: Month,
      { providerId, caseNo }: Pick<DrawnCase, 'providerId' | 'caseNo'>,
      note: SampledNote,
      over: Stored<SampledNote> | undefined,
    ): Change => ({
      kind: 'put',
      over: over?.version ?? 0,
      item: { ...noteKey(month, { providerId, caseNo }), data: { providerId, caseNo, note } },
    }),

    /** What was noted, by provider and case as `placeInSample` writes it. */
    notes: async (month: Month): Promise<ReadonlyMap<string, SampledNote>> =>
      new Map(
        (await all(month, 'NOTE#')).map(({ data }) => {
          const { note, ...of } = KeptNote.parse(data);
          return [placeInSample(of), note];
        }),
      ),
  };
};

export const placeInSample = ({ providerId, caseNo }: Pick<DrawnCase, 'providerId' | 'caseNo'>): string =>
  `${providerId}/${caseNo}`;
