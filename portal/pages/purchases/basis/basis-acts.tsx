import { ask } from '../../../api/client.ts';
import type { Outcome } from '../../../api/outcome.ts';
import { money } from '../../../app/format.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { DateField, TextArea, TextField } from '../../../parts/field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import type { BasisShown } from './basis-shown.ts';
import { kronorIn } from './kronor-in.ts';
import { useBasisWords } from './use-basis-words.ts';

export type BasisDone = 'acceptBasis' | 'returnBasis' | 'sendInternalInvoice' | 'allocateCost';
type Props = {
  readonly basis: BasisShown;
  readonly onDone: (what: BasisDone) => void;
  readonly again: () => void;
};

const pathOf = ({ month, id }: BasisShown) => ({ month, basisId: id });
const nothing = () => undefined;

/** A step that asks nothing but whether it is to be taken. */
function PlainStep({ basis, onDone, again, what }: Props & { readonly what: 'acceptBasis' | 'allocateCost' }) {
  const words = useBasisWords();
  const isAccepting = what === 'acceptBasis';
  const path = pathOf(basis);
  const { version } = basis;
  return (
    <ActForm
      id={`${what}-${basis.id}`}
      body={{}}
      act={async (key, body): Promise<Outcome<unknown>> =>
        isAccepting
          ? ask('POST /purchases/months/{month}/basis/{basisId}/acceptance', { path, body }, { key, version })
          : ask('POST /purchases/months/{month}/basis/{basisId}/allocation', { path, body }, { key, version })
      }
      onDone={() => onDone(what)}
      onConflict={nothing}
      again={again}
      submit={isAccepting ? words.accept : words.allocate}
    >
      {() => <p>{isAccepting ? words.acceptText : words.allocateText}</p>}
    </ActForm>
  );
}

/** It goes back with what is to be mended. */
function ReturnStep({ basis, onDone, again }: Props) {
  const words = useBasisWords();
  const [{ reason }, change, forget] = useDraft(`basis/${basis.id}/return`, { reason: '' });
  const id = `return-${basis.id}`;
  return (
    <ActForm
      id={id}
      body={{ reason: reason.trim() }}
      missing={{ reason: reason.trim() === '' && words.giveBackMissing }}
      act={(key, body) =>
        ask(
          'POST /purchases/months/{month}/basis/{basisId}/return',
          { path: pathOf(basis), body },
          { key, version: basis.version },
        )
      }
      onDone={() => {
        forget();
        onDone('returnBasis');
      }}
      onConflict={nothing}
      again={again}
      submit={words.giveBack}
    >
      {(errorFor) => (
        <TextArea
          id={`${id}-reason`}
          label={words.giveBackReason}
          hint={words.noNames}
          rows={2}
          error={errorFor('reason')}
          value={reason}
          onValue={(next) => change({ reason: next })}
        />
      )}
    </ActForm>
  );
}

const noInvoice = { number: '', amount: '', date: '' };

/** The internal invoice, or a private performer's as it stands on it (B-29, M-05). */
function InvoiceStep({ basis, onDone, again }: Props) {
  const words = useBasisWords();
  const [draft, change, forget] = useDraft(`basis/${basis.id}/invoice`, noInvoice);
  const isKeyed = basis.performer.kind === 'private';
  const id = `invoice-${basis.id}`;
  const amountOre = kronorIn(draft.amount);
  const isWhole = draft.number.trim() !== '' && draft.date !== '' && amountOre !== undefined;
  return (
    <ActForm
      id={id}
      body={isKeyed ? { number: draft.number.trim(), date: draft.date, amountOre: amountOre ?? 0 } : {}}
      missing={{ number: isKeyed && !isWhole && words.invoiceMissing }}
      act={(key, body) =>
        ask(
          'POST /purchases/months/{month}/basis/{basisId}/invoice',
          { path: pathOf(basis), body },
          { key, version: basis.version },
        )
      }
      onDone={() => {
        forget();
        onDone('sendInternalInvoice');
      }}
      onConflict={nothing}
      again={again}
      submit={isKeyed ? words.keyInvoice : words.invoice}
    >
      {(errorFor) =>
        isKeyed ? (
          <>
            <TextField
              id={`${id}-number`}
              label={words.invoiceNumber}
              width="medium"
              error={errorFor('number')}
              value={draft.number}
              onValue={(number) => change({ number })}
            />
            <TextField
              id={`${id}-amountOre`}
              label={words.invoiceAmount}
              width="medium"
              error={errorFor('amountOre')}
              value={draft.amount}
              onValue={(amount) => change({ amount })}
            />
            <DateField
              id={`${id}-date`}
              label={words.invoiceDate}
              error={errorFor('date')}
              value={draft.date}
              onValue={(date) => change({ date })}
            />
          </>
        ) : (
          <p>{words.invoiceText(money(basis.amountOre ?? 0))}</p>
        )
      }
    </ActForm>
  );
}

/** What the one who looks may do with a basis, as the API says. */
export function BasisActs(props: Props) {
  const words = useBasisWords();
  const { next, performer } = props.basis;
  const steps = [
    ['acceptBasis', words.accept, () => <PlainStep {...props} what="acceptBasis" />],
    ['returnBasis', words.giveBack, () => <ReturnStep {...props} />],
    [
      'sendInternalInvoice',
      performer.kind === 'private' ? words.keyInvoice : words.invoice,
      () => <InvoiceStep {...props} />,
    ],
    ['allocateCost', words.allocate, () => <PlainStep {...props} what="allocateCost" />],
  ] as const;
  return (
    <>
      {steps
        .filter(([way]) => next.includes(way))
        .map(([way, title, Step]) => (
          <details key={way} class="act">
            <summary>{title}</summary>
            <Step />
          </details>
        ))}
    </>
  );
}
