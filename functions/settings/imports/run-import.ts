import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { importStore } from './import-store.ts';
import { ImportView, importView } from './import-view.ts';

/**
 * What was planned is carried out, by the clock; asked again while it runs it goes on, and once it is done it is done. A
 * file with a fault in it changes nothing.
 */
export const runImport = endpoint({
  summary: 'Carry out what files that are read in change',
  path: z.object({ importId: z.string() }),
  answer: ImportView,
  async run({ path, caller }, { table }) {
    const imports = importStore(table);
    const stored = await imports.find(path.importId);
    if (!stored) return refuse('missing', 'import-not-found');
    const { entity } = stored;
    if (entity.state === 'READING') return refuse('conflict', 'import-not-planned');
    if (entity.state === 'FAILED' || (entity.state === 'PLANNED' && entity.counts.faults > 0))
      return refuse('conflict', 'import-has-faults');
    if (entity.state !== 'PLANNED') return done(importView(entity, []), { status: 202 });
    const { userId, role, actingFor } = caller;
    const by = { userId, role, ...(actingFor ? { actingFor } : {}) };
    const next = { ...entity, by, state: 'RUNNING', done: 0 } as const;
    return done(importView(next, []), { status: 202, saves: [imports.save(next, stored)] });
  },
});
