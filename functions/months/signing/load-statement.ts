import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { type StatedWith, statedWith } from '../adjusting/load-stated-with.ts';
import { figuresOf, type Line } from '../lines/line.ts';
import { officerNames } from '../lines/load-officers.ts';
import { type Terms, termsOf } from '../load-basis.ts';
import { ownMonth } from '../load-month.ts';
import { amountOre } from '../money.ts';
import { linesIdOf, type ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { unanswered } from '../remarks/load-remarks.ts';
import { StatementContent } from '../statement/statement.ts';
import { fourEyes } from './four-eyes.ts';

export const StatementWish = z.strictObject({
  comment: Remark.optional().meta({ description: 'What the head says to the provider (L-38)' }),
});

export type StatementDraft = {
  readonly basis: Terms;
  readonly month: Stored<ProviderMonth>;
  readonly content: StatementContent;
  readonly adjustments: StatedWith['adjustments'];
  readonly turn: readonly Change[];
  /** How much of what was seen in the rows nobody has answered. */
  readonly unanswered: number;
};

/** So many remarks that wait are named. */
const mostNamed = 50;

const stated = (line: Line): StatementContent['lines'][number] => ({
  caseNo: line.caseNo,
  granted: line.granted,
  ordered: line.ordered,
  performed: line.performed,
  absence: line.absence,
  ...figuresOf(line),
  unpaid: { ...figuresOf(line).unpaid },
  decision: line.decision?.kind ?? 'APPROVED',
  decidedBy: line.decision?.by ?? '',
  ...(line.decision?.comment ? { comment: line.decision.comment } : {}),
  ...(line.decision?.faultCode ? { faultCode: line.decision.faultCode } : {}),
});

/**
 * The statement as it would be signed now, from signed reports only (L-38, A61): one that is missing is named. By nobody
 * who had a hand in the month (A72). `at` is the time that it says it was sent, fixed when the head was shown it.
 */
export async function draftStatement(
  of: { readonly month: Month; readonly providerId: string },
  wish: { readonly comment: string; readonly at: Instant },
  caller: Caller,
  deps: Deps,
): Promise<Result<StatementDraft>> {
  const { table } = deps;
  const month = await ownMonth(of, caller, deps);
  if (!month.ok) return month;
  const { state, orePerHour } = month.value.entity;
  const laid = linesIdOf(month.value.entity);
  if (state === 'stated') return refuse('conflict', 'statement-sent');
  if (laid === undefined || orePerHour === undefined) return refuse('conflict', 'month-not-submitted');
  const parts = await monthStore(table).parts(of.month, of.providerId);
  const lines = await monthStore(table).lines(laid);
  const eyes = fourEyes(
    caller,
    parts.map(({ entity }) => entity),
    lines,
  );
  if (!eyes.ok) return eyes;
  const unsigned = parts.filter(({ entity }) => !entity.report);
  if (unsigned.length > 0)
    return refuse(
      'conflict',
      'reports-missing',
      unsigned.map(({ entity }) => ({ at: `parts.${entity.officerId}`, code: 'report-missing' })),
    );
  const basis = await termsOf(of.month, of.providerId, deps);
  if (!basis.ok) return basis;
  const waiting = await unanswered(month.value.entity, deps);
  if (waiting.length > 0 && basis.value.pack.params['remarks.answerBeforeStatement'])
    return refuse(
      'conflict',
      'remarks-unanswered',
      waiting.slice(0, mostNamed).map(({ id }) => ({ at: `remarks.${id}`, code: 'remark-unanswered' })),
    );
  const { provider, settings } = basis.value;
  const head = await membershipStore(table).find(caller.userId, 'head');
  const statedLines = lines.map(stated);
  const totalMinutes = statedLines.reduce((sum, { charged }) => sum + charged, 0);
  const own = amountOre(totalMinutes, orePerHour);
  const { adjustments, turn, says } = await statedWith(of, own, table);
  if (adjustments.some(({ entity }) => entity.decidedBy === caller.userId)) return refuse('conflict', 'four-eyes');
  const content = StatementContent.parse({
    municipality: settings.municipality,
    provider: { id: provider.id, name: provider.name },
    month: of.month,
    sentAt: wish.at,
    head: { id: caller.userId, name: head?.entity.name ?? caller.userId },
    officers: await officerNames(
      [...statedLines.map(({ decidedBy }) => decidedBy), ...adjustments.map(({ entity }) => entity.decidedBy)],
      deps,
    ),
    orePerHour,
    totalMinutes,
    amountOre: own,
    invoiceAddress: settings.invoiceAddress,
    comment: wish.comment,
    lines: statedLines,
    ...says,
  });
  return accept({ basis: basis.value, month: month.value, content, adjustments, turn, unanswered: waiting.length });
}
