import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import { announce } from '../../app/announce.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';

const noteRoute = 'PUT /months/{month}/providers/{providerId}/sample/{caseNo}';
type One = AnswerOf<'GET /months/{month}/sample'>['items'][number];
type Said = Asked<typeof noteRoute>['body'];

const customerSays = ['AGREES', 'DIFFERS', 'NOT_ASKED'] as const;
const notesSay = ['AGREES', 'DIFFERS', 'NOT_READ'] as const;

type Props = { readonly month: string; readonly of: One; readonly onSaved: () => void };
type Draft = {
  readonly customer?: Said['customer'];
  readonly visitNotes?: Said['visitNotes'];
  readonly comment: string;
};

/** One case in the sample, with what its officer has found out of it. */
export function SampledCard({ month, of, onSaved }: Props) {
  const { sample, month: words } = useWords();
  const nameOf = useProviders();
  const { caseNo, providerId, note } = of;
  const [isOpen, setOpen] = useState(note === undefined);
  const title = `${words.columns.caseNo} ${caseNo}`;
  return (
    <section class="card receipt" aria-label={title}>
      <h2>{title}</h2>
      <p class="soft">
        <a
          class="ds-link"
          href={hrefOf('/manad/:month/:providerId', { month, providerId }, { show: 'all', line: caseNo })}
        >
          {nameOf(providerId)}
        </a>
      </p>
      {isOpen ? (
        <SampledForm
          month={month}
          of={of}
          onSaved={() => {
            setOpen(false);
            onSaved();
          }}
        />
      ) : note ? (
        <>
          <SummaryList
            rows={[
              { name: sample.columns.customer, value: sample.customer[note.customer] },
              { name: sample.columns.visitNotes, value: sample.visitNotes[note.visitNotes] },
              ...(note.comment ? [{ name: sample.comment, value: note.comment }] : []),
            ]}
          />
          <Button onClick={() => setOpen(true)}>{sample.change}</Button>
        </>
      ) : undefined}
    </section>
  );
}

function SampledForm({ month, of: { caseNo, providerId, note }, onSaved }: Props) {
  const { sample } = useWords();
  const initial: Draft = {
    ...(note ? { customer: note.customer, visitNotes: note.visitNotes } : {}),
    comment: note?.comment ?? '',
  };
  const [draft, change, forget] = useDraft<Draft>(`sample/${month}/${providerId}/${caseNo}`, initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const id = (field: string) => `${field}-${providerId}-${caseNo}`;
  const sending = useSend((key, said: Said) =>
    ask(noteRoute, { path: { month, providerId, caseNo }, body: said }, { key, version: note?.version ?? 0 }),
  );

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const { customer, visitNotes, comment } = draft;
    if (!customer || !visitNotes) {
      const missing = [...(customer ? [] : (['customer'] as const)), ...(visitNotes ? [] : (['visitNotes'] as const))];
      return setErrors(missing.map((field) => ({ field: id(field), text: sample[field].missing })));
    }
    setErrors([]);
    const said = comment.trim();
    const outcome = await sending.run({ customer, visitNotes, ...(said === '' ? {} : { comment: said }) });
    if (outcome?.ok) {
      forget();
      announce(sample.saved(caseNo));
      return onSaved();
    }
    if (outcome?.kind === 'invalid')
      setErrors(
        outcome.faults.map(({ at, code, message }) => ({ field: id(at.replace('body.', '')), text: message ?? code })),
      );
  }

  return (
    <form class="decide" noValidate onSubmit={save}>
      <ErrorSummary errors={errors} />
      <Choices
        id={id('customer')}
        label={sample.customer.question}
        error={errorOf(errors, id('customer'))}
        value={draft.customer}
        onValue={(customer) => change({ customer })}
        options={customerSays.map((value) => ({ value, text: sample.customer[value] }))}
      />
      <Choices
        id={id('visitNotes')}
        label={sample.visitNotes.question}
        error={errorOf(errors, id('visitNotes'))}
        value={draft.visitNotes}
        onValue={(visitNotes) => change({ visitNotes })}
        options={notesSay.map((value) => ({ value, text: sample.visitNotes[value] }))}
      />
      <TextArea
        id={id('comment')}
        label={sample.comment}
        hint={sample.commentHint}
        rows={2}
        optional
        error={errorOf(errors, id('comment'))}
        value={draft.comment}
        onValue={(comment) => change({ comment })}
      />
      <Button type="submit" look="primary" busy={sending.busy}>
        {sample.save}
      </Button>
      {sending.failure && sending.failure.kind !== 'invalid' ? (
        <FailureNotice failure={sending.failure} again={() => sending.forget()} />
      ) : undefined}
    </form>
  );
}
