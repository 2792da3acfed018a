import { monthName } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import type { PageProps } from '../../app/router.ts';
import { saveFile } from '../../app/save-file.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { StatementFiles } from '../month/statement-files.tsx';
import { en, sv } from './pro-forma-words.ts';

type Of = { readonly month: string; readonly providerId: string };
/** `reference`: of a settlement after the month; without it the month's own statement. */
type Which = { readonly of: Of; readonly reference?: string };

/** The statement as an electronic invoice, or what is to be filled in before there can be one. */
function ElectronicInvoice({ of, reference }: Which) {
  const { states } = useWords();
  const proForma = useOwnWords(sv, en);
  const { value, failure, again } = useAsk('GET /invoices/pro-forma/{month}/{providerId}', {
    path: of,
    query: { reference },
  });
  // Nothing is due, or the municipality books it itself: said, and nothing is offered.
  if (failure?.code === 'nothing-to-invoice') return <Notice title={proForma.nothing} />;
  if (failure?.code === 'invoice-not-asked') return <Notice title={proForma.inside} />;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!value)
    return (
      <p class="loading" role="status">
        {states.loading} …
      </p>
    );
  const { file, missing } = value;
  return (
    <>
      <section class="card receipt">
        <h2>{proForma.ubl}</h2>
        {file ? (
          <>
            <p>{proForma.ublText}</p>
            <div class="buttons">
              <Button onClick={() => saveFile(file.fileName, [file.text], file.contentType)}>{proForma.saveUbl}</Button>
            </div>
          </>
        ) : (
          <>
            <p>{proForma.missing}</p>
            <ul>
              {missing.map(({ of: whose, field }) => (
                <li key={`${whose} ${field}`}>{proForma.fields(whose, field)}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      {reference === undefined ? (
        <section class="card receipt">
          <h2>{proForma.files}</h2>
          <p>{proForma.filesText}</p>
          <StatementFiles of={of} />
        </section>
      ) : undefined}
    </>
  );
}

/** What a provider writes its invoice from (L-38): as an electronic invoice, CSV and PDF. */
export function ProFormaPage({ query }: Pick<PageProps, 'query'>) {
  const { invoices } = useWords();
  const proForma = useOwnWords(sv, en);
  const nameOf = useProviders();
  const month = query.get('manad') ?? '';
  const providerId = query.get('utforare') ?? '';
  const reference = query.get('referens') ?? undefined;
  const ofMonth = reference === undefined ? monthName(month) : invoices.settlementOf(monthName(month));
  const isSaid = month !== '' && providerId !== '';
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/fakturor">
          {invoices.back}
        </a>
      </p>
      <PageHead title={proForma.title} lead={isSaid ? `${nameOf(providerId)}, ${ofMonth}` : proForma.whichMissing} />
      {isSaid ? <ElectronicInvoice of={{ month, providerId }} reference={reference} /> : undefined}
    </>
  );
}
