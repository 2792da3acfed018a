import type { Page } from '../ports/table.ts';

/** How often one request reads on for a page that a filter has thinned out. */
const rounds = 8;

/**
 * A page of what a filter keeps. The table's own cursor goes on where the last reading ended, so nothing is listed
 * twice or left out; a page may be short, even empty, though there is more: `next` says whether there is.
 */
export async function filteredPage<T>(
  read: (page: { readonly limit: number; readonly after?: string }) => Promise<Page<T>>,
  keeps: (item: T) => boolean,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<Page<T>> {
  const items: T[] = [];
  let from = after;
  for (let round = 0; round < rounds && items.length < limit; round++) {
    const page = await read({ limit: limit - items.length, after: from });
    items.push(...page.items.filter(keeps));
    from = page.next;
    if (from === undefined) return { items };
  }
  return { items, ...(from ? { next: from } : {}) };
}
