import * as z from 'zod';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { untakenFacts } from '../../orders/door.ts';
import type { Line } from '../lines/line.ts';
import type { ProviderMonth } from '../month.ts';

/** What a signed form of an earlier month tells of a case, that nobody has taken over: the month is proposed without it. */
export const Untaken = z
  .object({
    caseNo: z.string(),
    orderId: z.string(),
    kind: z.enum(['DEATH', 'HOSPITAL']),
    on: z.string().meta({ description: 'The day of the death, or the first of the stay' }),
    month: z.string().meta({ description: 'The month of the form' }),
  })
  .meta({ id: 'UntakenFact' });
export type Untaken = z.infer<typeof Untaken>;

/** To whoever decides or signs for the lines of a month that is not stated; of their own lines alone (L-30, A66). */
export async function untakenOf(
  month: ProviderMonth,
  lines: readonly Line[],
  { role }: Caller,
  deps: Deps,
): Promise<readonly Untaken[]> {
  if ((role !== 'officer' && role !== 'head') || month.state === 'stated' || lines.length === 0) return [];
  const theirs = new Set(lines.map(({ caseNo }) => caseNo));
  return (await untakenFacts(month, deps)).flatMap(({ caseNo, orderId, fact, month: told }): readonly Untaken[] => {
    if (!theirs.has(caseNo)) return [];
    const of = { caseNo, orderId, month: told };
    if (fact.kind === 'DEATH') return [{ ...of, kind: 'DEATH', on: fact.on }];
    return fact.kind === 'HOSPITAL' ? [{ ...of, kind: 'HOSPITAL', on: fact.from }] : [];
  });
}
