import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { money } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ActForm, type ErrorFor } from '../orders/act-form.tsx';
import { en, sv } from './act-words.ts';
import { type CodedRow, dimsOf, type RowDraft, rowDraftOf, rowIn, sumOfRows } from './coding-draft.ts';
import { type InvoiceWork, oreIn } from './invoice-shown.ts';

type RowProps = {
  readonly at: number;
  readonly row: RowDraft;
  readonly dims: readonly string[];
  readonly change: (part: Partial<RowDraft>) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly errorFor: ErrorFor;
};

function RowFields({ at, row, dims, change, onRemove, errorFor }: RowProps) {
  const act = useOwnWords(sv, en);
  const id = (field: string) => `coding-rows[${at}]-${field}`;
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{act.row(at + 1)}</legend>
      <TextField
        id={id('account')}
        label={act.account}
        width="short"
        error={errorFor(`rows[${at}].account`)}
        value={row.account}
        onValue={(account) => change({ account })}
      />
      {dims.map((dim) => (
        <TextField
          key={dim}
          id={id(`dims-${dim}`)}
          label={act.dims[dim] ?? act.dim(dim)}
          optional
          width="short"
          error={errorFor(`rows[${at}].dims.${dim}`)}
          value={row.dims[dim] ?? ''}
          onValue={(place) => change({ dims: { ...row.dims, [dim]: place } })}
        />
      ))}
      <TextField
        id={id('amountOre')}
        label={act.ore}
        width="medium"
        error={errorFor(`rows[${at}].amountOre`)}
        value={row.amount}
        onValue={(amount) => change({ amount })}
      />
      {onRemove ? <Button onClick={onRemove}>{act.removeRow(at + 1)}</Button> : undefined}
    </fieldset>
  );
}

function CodingForm({
  work,
  usual,
}: {
  readonly work: InvoiceWork;
  readonly usual: Pick<CodedRow, 'account' | 'dims'>;
}) {
  const act = useOwnWords(sv, en);
  const { one, version, onDone, again } = work;
  const all = one.payableOre ?? 0;
  const before = one.coding?.rows ?? [{ ...usual, amountOre: all }];
  const [rows, setRows] = useState<readonly RowDraft[]>(() => before.map(rowDraftOf));
  const dims = dimsOf([usual, ...before]);
  const sum = sumOfRows(rows);
  const put = (at: number, part: Partial<RowDraft>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const lacking = rows.flatMap(({ account, amount }, at) => [
    [`rows[${at}]-account`, !/^\d{3,6}$/.test(account.trim()) && act.accountBad] as const,
    [`rows[${at}]-amountOre`, oreIn(amount) === undefined && act.oreBad] as const,
  ]);
  const isReadable = lacking.every(([, text]) => !text);
  const rest = { account: '', dims: usual.dims, amountOre: all - sum };
  return (
    <ActForm
      id="coding"
      body={{ rows: rows.map(rowIn) }}
      missing={{
        ...Object.fromEntries(lacking),
        [`rows[${rows.length - 1}]-amountOre`]:
          Object.fromEntries(lacking)[`rows[${rows.length - 1}]-amountOre`] ||
          (isReadable && sum !== all && act.sumMissing),
      }}
      act={(key, body) =>
        ask('PUT /invoices/{invoiceId}/coding', { path: { invoiceId: one.invoiceId }, body }, { key, version })
      }
      onDone={(next) => onDone(next, act.codeDone)}
      onConflict={() => undefined}
      again={again}
      submit={act.saveCoding}
    >
      {(errorFor) => (
        <>
          {rows.map((row, at) => (
            <RowFields
              key={at}
              {...{ at, row, dims }}
              change={(part) => put(at, part)}
              onRemove={rows.length > 1 ? () => setRows(rows.filter((_, index) => index !== at)) : undefined}
              errorFor={(field) => errorFor(field) ?? errorFor(field.replace('].', ']-'))}
            />
          ))}
          <p>
            <Button onClick={() => setRows([...rows, rowDraftOf(rest)])}>{act.addRow}</Button>
          </p>
          <p role="status">
            <b>{act.sums(money(sum), money(all))}</b> {sum === all ? act.sumsRight : act.sumsOff(money(sum - all))}
          </p>
        </>
      )}
    </ActForm>
  );
}

/** By which accounts and places the invoice is booked: as usual to begin with, and always all of it (L-51). */
export function CodingAct({ work }: { readonly work: InvoiceWork }) {
  const asking = useAsk('GET /settings/setup');
  return <Loaded of={asking}>{({ usualCoding }) => <CodingForm work={work} usual={usualCoding} />}</Loaded>;
}
