import * as z from 'zod';
import type { Caller } from '../../../shared/domain/roles.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { figuresOf, Line } from './line.ts';

/** A line as it is shown: with what is charged now, and its version for `If-Match`. */
export const LineView = Line.extend({
  charged: z.int(),
  topUp: z.int(),
  unpaid: z.record(z.string(), z.int()),
}).meta({ id: 'MonthLineView' });
export type LineView = z.infer<typeof LineView>;

/** A provider sees figures and questions at once, decisions with the statement, and never the officer's own notes. */
export function lineView(line: Line, caller: Caller, stated: boolean): LineView {
  const provider = isProvidersRole(caller.role);
  const shown = provider && !stated ? { ...line, decision: undefined } : line;
  return { ...shown, contacts: provider ? [] : line.contacts, ...figuresOf(shown) };
}
