import { useState } from 'preact/hooks';
import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { FourEyesNotice } from './four-eyes-notice.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import { InvoiceRemarks } from './invoice-remarks.tsx';
import type { InvoiceShown, InvoiceWork } from './invoice-shown.ts';
import { InvoiceSteps } from './invoice-steps.tsx';

/** Of an invoice that somebody has coded. */
const CodingTable = lazily(async () => (await import('./coding-table.tsx')).CodingTable);
/** Of those who have something to do. */
const InvoiceActs = lazily(async () => (await import('./invoice-acts.tsx')).InvoiceActs);

type Waiting = 'administrator' | 'head' | 'finance';

/** Whose turn it is; nobody's when it is returned or paid. */
function waitsFor({ state, needsSecond }: InvoiceShown): Waiting | undefined {
  if (state === 'received' || state === 'held') return 'administrator';
  if (state === 'classified' || state === 'coded') return 'head';
  if (state === 'attested') return needsSecond ? 'head' : 'finance';
  return state === 'second-attested' || state === 'exported' ? 'finance' : undefined;
}

const isDoneBy = (waiting: Waiting, role: string | undefined): boolean =>
  waiting === 'finance' ? role === 'finance' || role === 'economist' : waiting === role;

function One({ work }: { readonly work: InvoiceWork }) {
  const { invoices } = useWords();
  const { one } = work;
  const waiting = waitsFor(one);
  return (
    <>
      <InvoiceRemarks of={one} />
      <FourEyesNotice of={one} />
      {waiting && !isDoneBy(waiting, activeRole()) ? <Notice title={invoices.waitsFor[waiting]} /> : undefined}
      {waiting === 'finance' && one.state !== 'exported' && isDoneBy('finance', activeRole()) ? (
        <p class="buttons">
          <ButtonLink look="primary" href="#/kop/sidor/bokforing">
            {invoices.toExport}
          </ButtonLink>
        </p>
      ) : undefined}
      <div class="sides">
        <div>
          <InvoiceFacts of={one} />
          {one.coding ? <CodingTable rows={one.coding.rows} /> : undefined}
          {one.next.length > 0 ? <InvoiceActs work={work} /> : undefined}
        </div>
        <div>
          <InvoiceSteps of={one} />
        </div>
      </div>
    </>
  );
}

/** One invoice: where it stands, what was found on it, and what is to be done with it by whoever looks. */
export function InvoicePage({ invoiceId }: { readonly invoiceId: string }) {
  const { invoices } = useWords();
  const nameOf = useProviders();
  const asking = useAsk('GET /invoices/{invoiceId}', { path: { invoiceId } });
  const [said, setSaid] = useState('');
  const one = asking.value;
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/fakturor">
          {invoices.back}
        </a>
      </p>
      <PageHead
        title={one ? invoices.one(invoices.kinds[one.kind], one.number ?? invoices.noNumber) : invoices.title}
        lead={one && `${nameOf(one.providerId)}, ${monthName(one.month)}`}
      />
      {said === '' ? undefined : <Notice tone="success" title={said} aloud />}
      <Loaded of={asking}>
        {(value) => (
          <One
            work={{
              one: value,
              version: asking.version,
              again: asking.again,
              onDone(next, text) {
                setSaid(text);
                asking.put(next, next.version);
              },
            }}
          />
        )}
      </Loaded>
    </>
  );
}
