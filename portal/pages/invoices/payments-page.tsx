import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import type { Outcome } from '../../api/outcome.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { FileField } from '../../parts/file-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { readFile } from '../../parts/read-file.ts';
import { DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { en, sv } from './payments-words.ts';

type Settled = AnswerOf<'POST /invoices/payments'>;
type Row = Settled['rows'][number];

const tones = { taken: 'success', already: 'neutral', unknown: 'danger', differing: 'danger' } as const;

/** As many bytes at a time as a browser takes as arguments. */
const atATime = 8192;
function inBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += atATime) text += String.fromCharCode(...bytes.subarray(at, at + atATime));
  return btoa(text);
}

/** What became of each row: those that were not taken first, since somebody must see to them. */
function Rows({ rows }: Settled) {
  const payments = useOwnWords(sv, en);
  const { number } = useWords().invoices;
  const isLeft = ({ outcome }: Row) => outcome === 'unknown' || outcome === 'differing';
  const why = ({ code, outcome }: Row) => {
    const known: Readonly<Record<string, string>> = payments.codes;
    return code === undefined ? payments.outcomeTexts[outcome] : (known[code] ?? code);
  };
  const left = rows.filter(isLeft);
  const taken = rows.filter(({ outcome }) => outcome === 'taken').length;
  return (
    <>
      <Notice tone={left.length > 0 ? 'warning' : 'success'} title={payments.done(taken, rows.length)} aloud>
        {left.length > 0 ? <p>{payments.left(left.length)}</p> : undefined}
      </Notice>
      <DataTable
        caption={payments.caption}
        rows={[...left, ...rows.filter((one) => !isLeft(one))]}
        keyOf={({ row }) => String(row)}
        columns={[
          { id: 'row', name: payments.row, figure: true, cell: ({ row }) => String(row) },
          {
            id: 'outcome',
            name: payments.outcome,
            cell: ({ outcome }) => <Tag tone={tones[outcome]}>{payments.outcomes[outcome]}</Tag>,
          },
          { id: 'why', name: payments.why, cell: why },
          {
            id: 'invoice',
            name: number,
            cell: ({ invoiceId }) =>
              invoiceId === undefined ? (
                '–'
              ) : (
                <a class="ds-link" href={hrefOf('/fakturor/:invoiceId', { invoiceId })}>
                  {payments.see}
                </a>
              ),
          },
        ]}
      />
    </>
  );
}

/** The economist hands in what the ledger has paid, and sees of each row whether it was taken. */
export function PaymentsPage() {
  const { invoices } = useWords();
  const payments = useOwnWords(sv, en);
  const [file, setFile] = useState<File>();
  const [settled, setSettled] = useState<Settled>();

  async function send(key: string): Promise<Outcome<Settled>> {
    const read = await readFile(file ?? new File([], ''));
    if (!read.ok) return read;
    return ask('POST /invoices/payments', { body: { file: { base64: inBase64(read.value) } } }, { key });
  }
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/fakturor">
          {invoices.back}
        </a>
      </p>
      <PageHead title={payments.title} lead={payments.lead} />
      <div class="card receipt">
        <ActForm
          id="payments"
          body={{}}
          missing={{ file: file === undefined && payments.fileMissing }}
          act={send}
          onDone={setSettled}
          onConflict={() => undefined}
          again={() => undefined}
          submit={payments.submit}
        >
          {(errorFor) => (
            <FileField
              id="payments-file"
              label={payments.file}
              hint={payments.fileHint}
              accept=".csv,text/csv"
              error={errorFor('file')}
              file={file}
              onFile={setFile}
            />
          )}
        </ActForm>
      </div>
      {settled ? <Rows rows={settled.rows} /> : undefined}
    </>
  );
}
