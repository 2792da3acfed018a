import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { AnswerOf } from '../../../api/contract.ts';
import { dateTime, number as inFigures, money, tight } from '../../../app/format.ts';
import type { PageProps } from '../../../app/router.ts';
import { useAsk } from '../../../app/use-ask.ts';
import { useSend } from '../../../app/use-send.ts';
import { Button, ButtonLink } from '../../../parts/button.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../../parts/notice.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { DataTable } from '../../../parts/table.tsx';
import { useBasisWords } from './use-basis-words.ts';

type Export = AnswerOf<'GET /bookings'>['items'][number];
type Format = Export['files'][number]['format'];

/** A file of an export: the same bytes whenever it is fetched. */
function ExportFile({ of, format }: { readonly of: Export; readonly format: Format }) {
  const words = useBasisWords();
  const { run, busy, failure } = useSend((_key: string) =>
    ask('GET /bookings/{number}/file', { path: { number: String(of.number) }, query: { format } }),
  );
  async function fetchIt() {
    const outcome = await run();
    if (outcome?.ok) location.assign(outcome.value.url);
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      <Button look="tertiary" busy={busy} onClick={fetchIt}>
        {words.formats[format]}
        <span class="ds-sr-only"> {words.fetchFile(words.formats[format], of.number)}</span>
      </Button>
    </>
  );
}

/** What has been handed to finance, each row in one export, and the way to hand over what waits. */
export function BookingsPage(_props: PageProps) {
  const words = useBasisWords();
  const asking = useAsk('GET /bookings', { query: { limit: 50 } });
  const [made, setMade] = useState<Export>();
  const { run, busy, failure } = useSend((key: string) => ask('POST /bookings', { body: {} }, { key }));
  async function handOver() {
    const outcome = await run();
    if (!outcome?.ok) return;
    setMade(outcome.value);
    asking.again();
  }
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/kop/sidor/underlag">
          {words.toBases}
        </a>
      </p>
      <PageHead title={words.bookingsTitle} lead={words.bookingsLead}>
        <ButtonLink href="#/fakturor">{words.toInvoices}</ButtonLink>
        <ButtonLink href="#/kop">{words.back}</ButtonLink>
      </PageHead>
      {failure?.kind === 'conflict' ? (
        <Notice tone="info" title={failure.title} aloud />
      ) : failure ? (
        <FailureNotice failure={failure} again={handOver} />
      ) : made ? (
        <Notice tone="success" title={words.exported(made.number)} aloud>
          {made.left ? <p>{words.more}</p> : undefined}
        </Notice>
      ) : undefined}
      <p>
        <Button look="primary" busy={busy} onClick={handOver}>
          {words.exportNow}
        </Button>
      </p>
      <Loaded of={asking}>
        {({ items }) => (
          <div class="wide-cells">
            <DataTable
              caption={words.bookingsTitle}
              captionHidden
              rows={items}
              keyOf={(one) => String(one.number)}
              empty={words.bookingsNone}
              columns={[
                { id: 'number', name: words.number, cell: (one) => one.number },
                { id: 'when', name: words.when, cell: ({ at }) => dateTime(at, true) },
                { id: 'rows', name: words.rows, figure: true, cell: ({ rows }) => inFigures(rows) },
                { id: 'hours', name: words.hours, figure: true, cell: ({ minutes }) => tight(minutes) },
                { id: 'control', name: words.controlSum, figure: true, cell: ({ controlOre }) => money(controlOre) },
                { id: 'zero', name: words.zero, figure: true, cell: ({ sumOre }) => money(sumOre) },
                {
                  id: 'files',
                  name: words.files,
                  cell: (one) => one.files.map(({ format }) => <ExportFile key={format} of={one} format={format} />),
                },
              ]}
            />
          </div>
        )}
      </Loaded>
    </>
  );
}
