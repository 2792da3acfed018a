import { useState } from 'preact/hooks';
import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { money } from '../../app/format.ts';
import type { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import type { SummaryRow } from '../../parts/summary-list.tsx';
import { timeSaid } from '../month/time-said.ts';
import type { FigureKind } from './figure-trail.tsx';
import { minutesToInvoice } from './statement-parts.ts';

const FigureTrail = lazily(async () => (await import('./figure-trail.tsx')).FigureTrail);

type Of = { readonly month: string; readonly providerId: string };
type Props = {
  readonly kind: FigureKind;
  readonly name: string;
  readonly ore: number;
  readonly statement: StatementContent;
  /** Whether it is the sum that is paid. */
  readonly isSum: boolean;
  /** For whoever may read how it comes about. */
  readonly of: Of | undefined;
};

/** A sum in kronor; its trail is one press away, and asked for when somebody opens it. */
function Figure({ kind, name, ore, isSum, statement, of }: Props) {
  const [isOpen, setOpen] = useState(false);
  const amount = isSum ? <b>{money(ore)}</b> : money(ore);
  if (!of) return <>{amount}</>;
  return (
    <details class="figure-trail" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {amount}
        <span class="ds-sr-only"> {name}</span>
      </summary>
      {isOpen ? <FigureTrail kind={kind} statement={statement} of={of} /> : undefined}
    </details>
  );
}

/** What a month comes to: its own hours, and what else is added and taken off where there is anything. */
export function netRows(
  statement: StatementContent,
  words: ReturnType<typeof useWords>['signing'],
  of: Of | undefined,
): readonly SummaryRow[] {
  const { amountOre, adjustmentsOre = 0, broughtForwardOre = 0, carriedForwardOre = 0 } = statement;
  const { toInvoiceOre = amountOre } = statement;
  const row = (kind: FigureKind, name: string, ore: number, isSum = false): SummaryRow => ({
    name,
    value: <Figure kind={kind} name={name} ore={ore} isSum={isSum} statement={statement} of={of} />,
  });
  if (
    (statement.adjustments ?? []).length === 0 &&
    adjustmentsOre === 0 &&
    broughtForwardOre === 0 &&
    toInvoiceOre === amountOre
  )
    return [row('own', words.amount, amountOre, true)];
  const minutes = minutesToInvoice(statement);
  return [
    row('own', words.ownHours, amountOre),
    row('adjustments', words.adjustments, adjustmentsOre),
    ...(broughtForwardOre === 0 ? [] : [row('broughtForward', words.broughtForward, broughtForwardOre)]),
    ...(toInvoiceOre === 0 ? [] : [{ name: words.timeToInvoice, value: <b>{timeSaid(minutes)}</b> }]),
    row('toInvoice', words.toInvoice, toInvoiceOre, true),
    ...(carriedForwardOre === 0 ? [] : [row('carriedForward', words.carriedForward, carriedForwardOre)]),
  ];
}
