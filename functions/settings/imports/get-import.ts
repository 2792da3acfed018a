import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { importStore } from './import-store.ts';
import { ImportView, importView } from './import-view.ts';

/** What an import would change, or has changed, and how far it has come. */
export const getImport = endpoint({
  summary: 'What files that are read in would change, and how far they have come',
  path: z.object({ importId: z.string() }),
  query: z.strictObject({
    /** Of the places where rows are kept, each with those of fifty things. */
    limit: z.coerce.number().int().min(1).max(10).default(4),
    cursor: Cursor,
  }),
  answer: ImportView,
  async run({ path, query }, { table }) {
    const imports = importStore(table);
    const found = await imports.find(path.importId);
    if (!found) return refuse('missing', 'import-not-found');
    const { items, next } = await imports.page(path.importId, query.limit, query.cursor);
    return done(importView(found.entity, items, next), { version: found.version });
  },
});
