import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import type { PageProps } from '../../app/router.ts';
import { saveTable } from '../../app/save-file.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type FeeRows, FeesTable } from './fees-table.tsx';
import { MonthPicker } from './month-picker.tsx';
import { MonthOverview } from './overview.tsx';

/** The same rows as the fee's own system reads them. */
function SaveFees({ month }: { readonly month: string }) {
  const { fees } = useWords();
  const { run, busy, failure } = useSend(() => ask('GET /months/{month}/fees/file', { path: { month } }));
  async function save() {
    const outcome = await run();
    if (outcome?.ok) saveTable(`fees-${month}.csv`, outcome.value);
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} again={save} /> : undefined}
      <p>{fees.saveText}</p>
      <Button busy={busy} onClick={save}>
        {fees.save}
      </Button>
    </>
  );
}

const atATime = 100;

function Fees({ month, rows }: { readonly month: string; readonly rows: FeeRows }) {
  const { fees } = useWords();
  const [most, setMost] = useState(atATime);
  if (rows.length === 0)
    return (
      <Notice title={fees.none}>
        <p>{fees.noneText}</p>
      </Notice>
    );
  const preliminary = rows.filter(({ state }) => state === 'PRELIMINÄR').length;
  const left = rows.length - most;
  return (
    <>
      {preliminary === 0 ? (
        <Notice tone="success" title={fees.settled} />
      ) : (
        <Notice title={fees.preliminary(preliminary, rows.length)}>
          <p>{fees.preliminaryText}</p>
        </Notice>
      )}
      <FeesTable month={month} rows={rows} most={most} />
      {left > 0 ? (
        <p class="buttons pages">
          <span>{fees.shown(most, rows.length)}</span>
          <Button onClick={() => setMost(most + atATime)}>{fees.more(Math.min(left, atATime))}</Button>
        </p>
      ) : undefined}
      <SaveFees month={month} />
    </>
  );
}

/** The fee officer's month: what every customer's fee is decided on, and how far the providers have come (L-26, L-30). */
export function FeesPage({ params: { month } }: PageProps<'/manad/:month'>) {
  const { fees } = useWords();
  const asking = useAsk('GET /months/{month}/fees', { path: { month } });
  return (
    <>
      <PageHead title={fees.title(monthName(month))} lead={fees.lead}>
        <MonthPicker month={month} />
      </PageHead>
      <Loaded of={asking}>{({ items }) => <Fees month={month} rows={items} />}</Loaded>
      <section class="task-group">
        <h2>{fees.progress}</h2>
        <MonthOverview month={month} />
      </section>
    </>
  );
}
