import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useOwnWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf } from '../../app/router.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/checkbox.tsx';
import { DateField, TextArea, TextField } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { en, sv } from './act-words.ts';
import type { InvoiceWork } from './invoice-shown.ts';

const CodingAct = lazily(async () => (await import('./coding-act.tsx')).CodingAct);

type Props = { readonly work: InvoiceWork };

/** What every step's form has: where it is sent, and what becomes of the answer. */
function useStep({ one, version, onDone, again }: InvoiceWork, said: string) {
  return {
    path: { invoiceId: one.invoiceId },
    version,
    form: {
      onDone: (next: InvoiceWork['one']) => onDone(next, said),
      onConflict: () => undefined,
      again,
    },
  };
}

function LookAct({ work }: Props) {
  const act = useOwnWords(sv, en);
  const [sure, setSure] = useState(false);
  const { path, version, form } = useStep(work, act.lookDone);
  return (
    <ActForm
      {...form}
      id="look"
      body={{ nothingPersonal: true as const }}
      missing={{ sure: !sure && act.lookMissing }}
      act={(key, body) => ask('POST /invoices/{invoiceId}/look', { path, body }, { key, version })}
      submit={act.lookThroughInvoice}
    >
      {() => (
        <>
          <p>{act.lookText}</p>
          <Checkbox label={act.lookSure} checked={sure} onChecked={setSure} />
        </>
      )}
    </ActForm>
  );
}

function ReleaseAct({ work }: Props) {
  const act = useOwnWords(sv, en);
  const [sure, setSure] = useState(false);
  const [comment, setComment] = useState('');
  const isAccount = work.one.blocking.some((one) => one.code === 'PAYEE_CHANGED');
  const { path, version, form } = useStep(work, act.releaseDone);
  return (
    <ActForm
      {...form}
      id="release"
      body={{ telephoned: true as const, comment: comment.trim() }}
      missing={{
        telephoned: !sure && (isAccount ? act.releaseMissing : act.talkMissing),
        comment: comment.trim() === '' && act.commentMissing,
      }}
      act={(key, body) => ask('POST /invoices/{invoiceId}/release', { path, body }, { key, version })}
      submit={isAccount ? act.releaseInvoice : act.releaseAsIs}
    >
      {(errorFor) => (
        <>
          <Checkbox label={isAccount ? act.releaseSure : act.talkSure} checked={sure} onChecked={setSure} />
          <TextArea
            id="release-comment"
            label={act.releaseComment}
            rows={3}
            error={errorFor('comment')}
            value={comment}
            onValue={setComment}
          />
        </>
      )}
    </ActForm>
  );
}

function ClassifyAct({ work }: Props) {
  const act = useOwnWords(sv, en);
  const { path, version, form } = useStep(work, act.classifyDone);
  return (
    <ActForm
      {...form}
      id="secrecy"
      body={{ secret: true as const }}
      act={(key, body) => ask('PUT /invoices/{invoiceId}/secrecy', { path, body }, { key, version })}
      submit={act.classifyInvoice}
    >
      {() => <p>{act.classifyText}</p>}
    </ActForm>
  );
}

function AttestAct({ work: { one } }: Props) {
  const act = useOwnWords(sv, en);
  return (
    <div>
      <p>{act.attestText}</p>
      <ButtonLink look="primary" href={hrefOf('/fakturor/:invoiceId/attest', { invoiceId: one.invoiceId })}>
        {act.attestInvoice}
      </ButtonLink>
    </div>
  );
}

function ReturnAct({ work }: Props) {
  const act = useOwnWords(sv, en);
  const [reason, setReason] = useState('');
  const [personalData, setPersonal] = useState(false);
  const { path, version, form } = useStep(work, act.returnDone);
  return (
    <ActForm
      {...form}
      id="return"
      body={{ reason: reason.trim(), personalData }}
      missing={{ reason: reason.trim() === '' && act.reasonMissing }}
      act={(key, body) => ask('POST /invoices/{invoiceId}/return', { path, body }, { key, version })}
      submit={act.returnInvoice}
      danger
    >
      {(errorFor) => (
        <>
          <p>
            {act.returnText} {work.one.attestations.length > 0 ? act.returnAttested : ''}
          </p>
          <TextArea
            id="return-reason"
            label={act.reason}
            hint={act.reasonHint}
            rows={3}
            error={errorFor('reason')}
            value={reason}
            onValue={setReason}
          />
          <Checkbox label={act.personal} checked={personalData} onChecked={setPersonal} />
        </>
      )}
    </ActForm>
  );
}

function PayAct({ work }: Props) {
  const act = useOwnWords(sv, en);
  const { paid } = work.one;
  const [on, setOn] = useState(paid?.on ?? '');
  const [reference, setReference] = useState(paid?.reference ?? '');
  const [reason, setReason] = useState('');
  const { path, version, form } = useStep(work, paid ? act.payCorrected : act.payDone);
  return (
    <ActForm
      {...form}
      id="pay"
      body={{ on, reference: reference.trim(), ...(paid ? { reason: reason.trim() } : {}) }}
      missing={{
        on: on === '' && act.paidOnMissing,
        reference: reference.trim() === '' && act.paidReferenceMissing,
        reason: paid !== undefined && reason.trim() === '' && act.payReasonMissing,
      }}
      act={(key, body) => ask('POST /invoices/{invoiceId}/payment', { path, body }, { key, version })}
      submit={paid ? act.payAgain : act.payInvoice}
    >
      {(errorFor) => (
        <>
          <DateField id="pay-on" label={act.paidOn} error={errorFor('on')} value={on} onValue={setOn} />
          <TextField
            id="pay-reference"
            label={act.paidReference}
            width="medium"
            error={errorFor('reference')}
            value={reference}
            onValue={setReference}
          />
          {paid ? (
            <TextArea
              id="pay-reason"
              label={act.payReason}
              rows={2}
              error={errorFor('reason')}
              value={reason}
              onValue={setReason}
            />
          ) : undefined}
        </>
      )}
    </ActForm>
  );
}

/** By the names of the ways in, in the order in which they are taken; what is not among them is not done here. */
const acts = {
  lookThroughInvoice: LookAct,
  releaseInvoice: ReleaseAct,
  classifyInvoice: ClassifyAct,
  codeInvoice: CodingAct,
  attestInvoice: AttestAct,
  payInvoice: PayAct,
  returnInvoice: ReturnAct,
} as const;

type ActName = keyof typeof acts;
type Words = typeof sv;
const order = Object.keys(acts) as readonly ActName[];

/** What is done again is called so, and a talk about minutes is no call to a registered number. */
function titleOf(name: ActName, { state, blocking }: InvoiceWork['one'], act: Words): string {
  if (name === 'codeInvoice' && state === 'coded') return act.codeAgain;
  if (name === 'payInvoice' && state === 'paid') return act.payAgain;
  const isAccount = blocking.some(({ code }) => code === 'PAYEE_CHANGED');
  return name === 'releaseInvoice' && !isAccount ? act.releaseAsIs : act[name];
}

/** What the caller may do with the invoice now, each step folded but for the first. */
export function InvoiceActs({ work }: Props) {
  const act = useOwnWords(sv, en);
  const { next, state } = work.one;
  const mine = order.filter((name) => next.includes(name));
  // One that is coded is attested first, and coded anew only for a reason.
  const first = mine.includes('attestInvoice')
    ? 'attestInvoice'
    : mine.find(
        (name) => name !== 'returnInvoice' && state !== 'paid' && !(name === 'codeInvoice' && state === 'coded'),
      );
  const sorted = mine.toSorted((one, other) => Number(other === first) - Number(one === first));
  return (
    <div class="acts">
      {sorted.map((name) => {
        const Act = acts[name];
        const title = titleOf(name, work.one, act);
        return (
          <details key={`${name} ${work.one.version}`} class="card act" open={name === first}>
            <summary>{title}</summary>
            <Act work={work} />
          </details>
        );
      })}
    </div>
  );
}
