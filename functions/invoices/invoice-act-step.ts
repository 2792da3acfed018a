import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { type Done, done, type Endpoint, type Read, type Shapes } from '../../shared/http/spec.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { type Effects, together } from '../../shared/steps/effects.ts';
import type { FiledInvoice, InvoiceActor } from './filed-invoice.ts';
import { invoiceStore } from './invoice-store.ts';
import { InvoiceView, invoiceView } from './invoice-view.ts';
import { type LoadedInvoice, loadFiled } from './load-filed.ts';
import { turnDates } from './turn-dates-step.ts';

export const InvoicePath = z.object({ invoiceId: SafeId });

/** What a step with an invoice comes to: the invoice as the caller sees it, saved with all that follows. */
export function invoiceTaken(
  next: FiledInvoice,
  { stored, exported, hands }: LoadedInvoice,
  caller: Caller,
  effects: Effects,
  deps: Pick<Deps, 'table'>,
): Done<InvoiceView> {
  const version = stored.version + 1;
  const saves = { saves: [invoiceStore(deps.table).save(next, stored)] };
  return done(invoiceView(next, { version, caller, hands, exported }), { version, ...together(saves, effects) });
}

type InvoiceAct<Body extends z.ZodType> = {
  readonly summary: string;
  readonly body: Body;
  /** The invoice as the step leaves it, or why it may not be taken. */
  readonly decide: (
    own: LoadedInvoice,
    body: Read<Body>,
    actor: InvoiceActor,
    deps: Deps,
  ) => Promise<Result<FiledInvoice>> | Result<FiledInvoice>;
  readonly did: (
    next: FiledInvoice,
    own: LoadedInvoice,
    body: Read<Body>,
    actor: InvoiceActor,
    deps: Deps,
  ) => Promise<Result<Effects>>;
};

/** A way in by which somebody takes a step with an invoice: load, decide, save with all that follows from it. */
export const invoiceAct = <Body extends z.ZodType>({
  summary,
  body,
  decide,
  did,
}: InvoiceAct<Body>): Endpoint & Shapes<typeof InvoicePath, undefined, Body, typeof InvoiceView> =>
  endpoint({
    summary,
    path: InvoicePath,
    body,
    answer: InvoiceView,
    async run(input, deps) {
      const own = await loadFiled(input.path.invoiceId, input, deps);
      if (!own.ok) return own;
      const actor = { userId: input.caller.userId, at: input.at };
      const next = await decide(own.value, input.body as Read<Body>, actor, deps);
      if (!next.ok) return next;
      const effects = await did(next.value, own.value, input.body as Read<Body>, actor, deps);
      if (!effects.ok) return effects;
      const turn = { deadlines: await turnDates(next.value, input.at, deps.table) };
      return invoiceTaken(next.value, own.value, input.caller, together(effects.value, turn), deps);
    },
  });
