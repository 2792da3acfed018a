import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { failed, type Outcome } from '../../api/outcome.ts';
import { money, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useDraft } from '../../app/use-draft.ts';
import { Choices } from '../../parts/choices.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { totalMinutes } from '../../parts/minutes-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { isPaperType, upload } from '../../parts/upload.ts';
import { activeRole } from '../../sign-in/session.ts';
import { timeSaid } from '../month/time-said.ts';
import { ActForm, type ErrorFor } from '../orders/act-form.tsx';
import { type InvoiceShown, type InvoiceStates, oreIn } from './invoice-shown.ts';
import { emptyReceive, type ReceiveDraft, receiveBody, timeIn } from './receive-draft.ts';

/** Of what is keyed off a paper or a file without figures. */
const FigureFields = lazily(async () => (await import('./figure-fields.tsx')).FigureFields);
/** Of what is returned in the moment that it comes. */
const Returned = lazily(async () => (await import('./returned-at-once.tsx')).Returned);

/** The fields' own names in the form: the request has them within `figures`. */
const atForm = <A,>(outcome: Outcome<A>): Outcome<A> =>
  outcome.ok
    ? outcome
    : {
        ...outcome,
        faults: outcome.faults.map((one) => ({ ...one, at: one.at.replace(/^body\.figures\./, 'body.') })),
      };

type WhichProps = {
  readonly draft: ReceiveDraft;
  readonly change: (part: Partial<ReceiveDraft>) => void;
  readonly errorFor: ErrorFor;
};

/** Which month it is for, and whose it is: only where the invoice itself does not say so. */
function Which({ draft, change, errorFor, isOwn }: WhichProps & { readonly isOwn: boolean }) {
  const { receive } = useWords().invoices;
  const providers = useAsk('GET /settings').value?.providers ?? [];
  return (
    <>
      <TextField
        id="invoice-month"
        type="month"
        label={receive.month}
        hint={receive.monthHint}
        optional
        error={errorFor('month')}
        value={draft.month}
        onValue={(month) => change({ month })}
      />
      {isOwn ? undefined : (
        <SelectField
          id="invoice-providerId"
          label={receive.provider}
          hint={receive.providerHint}
          error={errorFor('providerId')}
          value={draft.providerId}
          onValue={(providerId) => change({ providerId })}
          options={[
            { value: '', text: receive.providerAny },
            ...providers.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
    </>
  );
}

/** Whether it is returned for something of a person on it, and is there for the administrator alone (L-42). */
const isPersonal = ({ state, blocking }: InvoiceShown): boolean =>
  state === 'returned' && blocking.some(({ code }) => code === 'PII_ON_INVOICE' || code === 'CASE_NUMBER');

/** A provider hands an invoice in, or the administrator registers one: it is judged at once (L-40). */
export function ReceiveInvoicePage({ query }: Pick<PageProps, 'query'>) {
  return query.get('manad') ? <WithDue query={query} /> : <ReceiveForm query={query} due={undefined} />;
}

/** What the statement lets be invoiced is known from the link: its reference is filled in, and its figures are shown. */
function WithDue({ query }: Pick<PageProps, 'query'>) {
  const providerId = query.get('utforare');
  const asked = { month: query.get('manad') ?? '', ...(providerId ? { providerId } : {}), limit: 1 };
  return (
    <Loaded of={useAsk('GET /invoices', { query: asked })}>
      {({ statements }) => {
        const own = statements.filter((one) => !providerId || one.providerId === providerId);
        return <ReceiveForm query={query} due={own.find(({ state }) => state === 'invoiceable') ?? own[0]} />;
      }}
    </Loaded>
  );
}

function ReceiveForm({ query, due }: Pick<PageProps, 'query'> & { readonly due: InvoiceStates[number] | undefined }) {
  const { invoices } = useWords();
  const { receive } = invoices;
  const role = activeRole();
  const isOwn = role === 'provider' || role === 'provider-manager';
  const about = { month: query.get('manad') ?? '', providerId: isOwn ? '' : (query.get('utforare') ?? '') };
  const [draft, change, forget] = useDraft<ReceiveDraft>(`invoice/${about.month}/${about.providerId}`, {
    ...emptyReceive,
    ...about,
    reference: due?.reference ?? '',
  });
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const [returned, setReturned] = useState<InvoiceShown>();
  const { how } = draft;
  const isKeyed = how === 'paper' || how === 'figures';

  async function send(key: string): Promise<Outcome<InvoiceShown>> {
    let documentId: string | undefined;
    if (file && how !== 'figures') {
      const type = how === 'ubl' ? 'application/xml' : file.type;
      if (type !== 'application/xml' && !isPaperType(type))
        return { ...failed('invalid'), faults: [{ at: 'body.file', code: 'file-type', message: receive.fileType }] };
      const sent = await upload(file, type, setShare);
      setShare(undefined);
      if (!sent.ok) return sent;
      documentId = sent.value;
    }
    return atForm(await ask('POST /invoices', { body: receiveBody(draft, documentId) }, { key }));
  }

  if (returned) return <Returned of={returned} again={() => setReturned(undefined)} />;
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/fakturor">
          {invoices.back}
        </a>
      </p>
      <PageHead title={isOwn ? invoices.handIn : invoices.keyIn} lead={isOwn ? receive.leadOwn : receive.leadKeyed} />
      {due?.minutes !== undefined && due.leftOre ? (
        <Notice title={receive.due(monthName(due.month))}>
          <SummaryList
            rows={[
              { name: invoices.timeToInvoice, value: timeSaid(due.minutes) },
              { name: invoices.toInvoice, value: money(due.toInvoiceOre ?? 0) },
              ...(due.leftOre === due.toInvoiceOre ? [] : [{ name: invoices.left, value: money(due.leftOre) }]),
              { name: invoices.reference, value: <code>{due.reference}</code> },
            ]}
          />
        </Notice>
      ) : undefined}
      <div class="card thread">
        <ActForm
          id="invoice"
          body={{}}
          missing={{
            how: !how && receive.howMissing,
            file: how !== undefined && how !== 'figures' && !file && receive.fileMissing,
            number: isKeyed && draft.number.trim() === '' && receive.numberMissing,
            issueDate: isKeyed && draft.issueDate === '' && receive.issueDateMissing,
            sellerOrgNo: isKeyed && draft.orgNo.trim() === '' && receive.orgNoMissing,
            minutes: isKeyed && totalMinutes(timeIn(draft)) === undefined && receive.timeMissing,
            amountOre: isKeyed && oreIn(draft.amount) === undefined && receive.amountMissing,
            vatOre: isKeyed && draft.vat.trim() !== '' && oreIn(draft.vat) === undefined && receive.vatBad,
          }}
          act={send}
          onDone={(answer) => {
            const { invoiceId } = answer;
            forget();
            // Nobody but the administrator sees it from now on: who sent it is told here what was wrong, and where.
            if (isOwn && isPersonal(answer)) {
              setReturned(answer);
              return;
            }
            goTo(hrefOf('/fakturor/:invoiceId', { invoiceId }), 'replace');
          }}
          onConflict={() => undefined}
          again={() => undefined}
          submit={isOwn ? receive.send : receive.save}
        >
          {(errorFor) => (
            <>
              <Choices
                id="invoice-how"
                label={receive.how}
                error={errorFor('how')}
                value={how}
                onValue={(next) => change({ how: next })}
                options={[
                  { value: 'ubl', text: receive.ubl, hint: receive.ublHint },
                  { value: 'paper', text: receive.paper, hint: receive.paperHint },
                  { value: 'figures', text: receive.figures, hint: receive.figuresHint },
                ]}
              />
              {how === 'ubl' || how === 'paper' ? (
                <FileField
                  id="invoice-file"
                  label={receive.file}
                  hint={receive.fileHint}
                  error={errorFor('file')}
                  accept={how === 'ubl' ? '.xml,text/xml,application/xml' : '.pdf,.jpg,.jpeg,.png,.tif,.tiff'}
                  file={file}
                  share={share}
                  onFile={setFile}
                />
              ) : undefined}
              {isKeyed ? <FigureFields {...{ draft, change, errorFor }} /> : undefined}
              {how === undefined ? undefined : <Which {...{ draft, change, errorFor, isOwn }} />}
            </>
          )}
        </ActForm>
      </div>
    </>
  );
}
