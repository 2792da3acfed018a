import * as z from 'zod';
import { ImportRow } from './import-row.ts';

/** How far an import has come, and what it changes: the faults first, then everything else, a page at a time. */
export const ImportView = z
  .object({
    importId: z.string(),
    state: z.enum(['READING', 'PLANNED', 'RUNNING', 'DONE', 'FAILED']),
    new: z.int(),
    changed: z.int(),
    leftOut: z.int(),
    unchanged: z.int(),
    faults: z.int(),
    done: z.int().meta({ description: 'How many things have been read, or, once it runs, carried out' }),
    of: z.int().optional(),
    rows: z.array(ImportRow),
    next: z.string().optional(),
  })
  .meta({ id: 'Import' });
type Progress = {
  readonly id: string;
  readonly state: z.infer<typeof ImportView>['state'];
  readonly counts: Pick<z.infer<typeof ImportView>, 'new' | 'changed' | 'leftOut' | 'unchanged' | 'faults'>;
  readonly done: number;
  readonly of?: number | undefined;
};

export const importView = ({ id, state, counts, done, of }: Progress, rows: readonly ImportRow[], next?: string) => ({
  ...{ importId: id, state, ...counts, done },
  ...(of === undefined ? {} : { of }),
  rows: [...rows],
  ...(next === undefined ? {} : { next }),
});
