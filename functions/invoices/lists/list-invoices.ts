import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { firstDay, Month, monthOf, plusDays } from '../../../shared/domain/local-date.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { filteredPage } from '../../../shared/http/filtered-page.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { handsOfMonth, headsOfMonth, headsOfProvider } from '../../months/door.ts';
import { InvoiceState } from '../filed-invoice.ts';
import { type InvoiceList, invoiceStore } from '../invoice-store.ts';
import { InvoiceView, invoiceView } from '../invoice-view.ts';
import { ledgerStore } from '../ledger-store.ts';
import { maySeeInvoice, withExport } from '../load-filed.ts';
import { statementsOfMonth } from '../statements-of-month.ts';
import { StatementState, statementState } from './statement-state.ts';

/** Of a provider without a month: the year that has gone and the month that runs. */
const monthsShown = 13;
/** So many providers' months stand beside a list. */
const mostStatements = 200;

function lastMonths(at: Instant): Month[] {
  const months = [monthOf(dateOf(at))];
  while (months.length < monthsShown) months.push(monthOf(plusDays(firstDay(months.at(-1) ?? ''), -1)));
  return months;
}

/** Where the months that are asked about stand; nothing where neither a month nor a provider is. */
async function statementsOf({ month, providerId }: InvoiceList, at: Instant, table: Table): Promise<StatementState[]> {
  const heads =
    providerId !== undefined
      ? await headsOfProvider(providerId, month === undefined ? lastMonths(at) : [month], table)
      : month === undefined
        ? []
        : await headsOfMonth(month, table);
  const all = heads.flatMap((head) => {
    const statements = statementsOfMonth(head);
    return (statements.length > 0 ? statements : [undefined]).map((statement) => ({ head, statement }));
  });
  return Promise.all(
    all.slice(0, mostStatements).map(async ({ head, statement }) => {
      const { providerId: whose, month: of } = head;
      const found =
        statement &&
        (await ledgerStore(table).find({ providerId: whose, month: of, statementSha256: statement.sha256 }));
      return statementState(head, statement, found?.entity);
    }),
  );
}

/** Invoices by month, provider and state, the newest first, and how each month that is asked about may be invoiced. */
export const listInvoices = endpoint({
  summary: 'List invoices by month, provider and state',
  query: z.strictObject({
    month: Month.optional(),
    providerId: SafeId.optional().meta({ description: 'A provider sees its own whatever it asks for' }),
    state: InvoiceState.optional(),
    limit: PageSize,
    cursor: Cursor,
  }),
  answer: z.object({
    items: z.array(InvoiceView),
    statements: z.array(StatementState).meta({ description: 'On the first page, of the months that are asked about' }),
    next: z.string().optional(),
  }),
  async run({ query: { month, providerId, state, limit, cursor }, caller, at }, deps) {
    const { table } = deps;
    const whose = { month, providerId: isProvidersRole(caller.role) ? (caller.providerId ?? '') : providerId };
    const { items, next } = await filteredPage(
      async (page) => {
        const found = await invoiceStore(table).list(whose, page);
        return { ...found, items: await Promise.all(found.items.map((one) => withExport(one, deps))) };
      },
      ({ stored: { entity } }) => maySeeInvoice(entity, caller) && (state === undefined || entity.state === state),
      { limit, after: cursor },
    );
    const hands = new Map<string, readonly string[]>();
    if (caller.role === 'head')
      for (const { entity } of items.map(({ stored }) => stored)) {
        const key = `${entity.month} ${entity.providerId}`;
        if (!hands.has(key)) hands.set(key, await handsOfMonth(entity, table));
      }
    const views = items.map(({ stored, exported, isMadeUp }) =>
      invoiceView(stored.entity, {
        ...{ version: stored.version, caller, exported, isMadeUp },
        hands: hands.get(`${stored.entity.month} ${stored.entity.providerId}`) ?? [],
      }),
    );
    return done({ items: views, statements: cursor === undefined ? await statementsOf(whose, at, table) : [], next });
  },
});
