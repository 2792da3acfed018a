import { useEffect, useState } from 'preact/hooks';
import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { ask } from '../../api/client.ts';
import { hours, money, monthName } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { monthBeside } from '../month/lines.ts';
import { en, sv } from './figure-words.ts';

type Of = { readonly month: string; readonly providerId: string };
export type FigureKind = 'own' | 'adjustments' | 'broughtForward' | 'toInvoice' | 'carriedForward';
type Props = { readonly kind: FigureKind; readonly statement: StatementContent; readonly of: Of };

/** As far back as anything is put right. */
const mostMonths = 36;

/** The latest month before this one whose statement was sent: what is brought forward comes from it. */
async function lastStated({ month, providerId }: Of): Promise<string | undefined> {
  for (let before = monthBeside(month, -1), n = 0; n < mostMonths; n += 1, before = monthBeside(before, -1)) {
    const path = { month: before, providerId };
    const found = await ask('GET /months/{month}/providers/{providerId}', { path });
    if (!found.ok) return undefined;
    if (found.value.month.statement) return before;
  }
  return undefined;
}

function BroughtForward({ of }: { readonly of: Of }) {
  const own = useOwnWords(sv, en);
  const { states } = useWords();
  const [from, setFrom] = useState<string | null>();
  useEffect(() => {
    lastStated(of).then((month) => setFrom(month ?? null));
  }, []);
  if (from === undefined) return <p role="status">{states.loading} …</p>;
  if (from === null) return <p>{own.noEarlier}</p>;
  return (
    <p>
      <a class="ds-link" href={hrefOf('/manad/:month/:providerId', { month: from, providerId: of.providerId })}>
        {own.from(monthName(from))}
      </a>
    </p>
  );
}

/** The months whose adjustments are in the sum, each with the way to its rows. */
function Adjusted({ statement: { adjustments = [] }, of }: Omit<Props, 'kind'>) {
  return (
    <ul>
      {[...Map.groupBy(adjustments, ({ month }) => month)].map(([month, rows]) => (
        <li key={month}>
          <a
            class="ds-link"
            href={hrefOf('/manad/:month/:providerId/justeringar', { month, providerId: of.providerId })}
          >
            {monthName(month)}
          </a>
          : {money(rows.reduce((sum, { amountOre }) => sum + amountOre, 0))}
        </li>
      ))}
    </ul>
  );
}

/** The sum that is invoiced, or carried where it is below zero, part by part. */
function Net({ statement, isCarried }: { readonly statement: StatementContent; readonly isCarried: boolean }) {
  const own = useOwnWords(sv, en);
  const { signing } = useWords();
  const { amountOre, adjustmentsOre = 0, broughtForwardOre = 0 } = statement;
  const parts = [
    [signing.ownHours, amountOre],
    [signing.adjustments, adjustmentsOre],
    [signing.broughtForward, broughtForwardOre],
  ] as const;
  const net = amountOre + adjustmentsOre + broughtForwardOre;
  return (
    <>
      <ul>
        {parts.map(([name, ore]) => (
          <li key={name}>
            {name}: {money(ore)}
          </li>
        ))}
      </ul>
      <p>= {money(net)}</p>
      {net < 0 ? <p>{isCarried ? own.below : own.nothing}</p> : undefined}
    </>
  );
}

/** How a figure of a statement comes about: what it is the sum of, and where each part is to be seen. */
export function FigureTrail({ kind, statement, of }: Props) {
  const own = useOwnWords(sv, en);
  if (kind === 'own') return <p>{own.own(hours(statement.totalMinutes), money(statement.orePerHour))}</p>;
  if (kind === 'adjustments') return <Adjusted statement={statement} of={of} />;
  if (kind === 'broughtForward') return <BroughtForward of={of} />;
  return <Net statement={statement} isCarried={kind === 'carriedForward'} />;
}
