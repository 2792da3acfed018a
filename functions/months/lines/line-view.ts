import * as z from 'zod';
import type { Caller } from '../../../shared/domain/roles.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { asksOf } from './asking.ts';
import { figuresOf, Line } from './line.ts';

/** A line as it is shown: with what is charged now, and its version for `If-Match`. */
export const LineView = Line.extend({
  charged: z.int(),
  topUp: z.int(),
  unpaid: z.record(z.string(), z.int()),
  asks: z
    .object({ customer: z.boolean(), provider: z.boolean() })
    .optional()
    .meta({ description: 'Who is to be asked before it is decided (A68): the customer’s side, the provider' }),
}).meta({ id: 'MonthLineView' });
export type LineView = z.infer<typeof LineView>;

/** What the fee officer sees of a line: its figures, and neither why, nor what was asked, nor what was decided (L-26). */
function figuresAlone(line: Line): LineView {
  const { charged, topUp } = figuresOf(line);
  const { question: _question, decision: _decision, ...figures } = line;
  const proposal = { ...line.proposal, unpaid: {}, faults: [], warnings: [] };
  return { ...figures, proposal, contacts: [], charged, topUp, unpaid: {} };
}

/** A provider sees figures and questions at once, decisions with the statement, and never the officer's own notes. */
export function lineView(line: Line, caller: Caller, stated: boolean): LineView {
  if (caller.role === 'fee-officer') return figuresAlone(line);
  const provider = isProvidersRole(caller.role);
  const shown = provider && !stated ? { ...line, decision: undefined } : line;
  const seen = { ...shown, contacts: provider ? [] : line.contacts, ...figuresOf(shown) };
  return provider ? seen : { ...seen, asks: asksOf(line) };
}
