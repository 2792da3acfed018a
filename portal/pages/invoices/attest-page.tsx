import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SigningSteps } from '../month/signing.tsx';
import { type AttestationContent, AttestationSummary } from '../records/attestation-summary.tsx';
import { en, sv } from './attest-words.ts';
import type { InvoiceShown } from './invoice-shown.ts';

function Attesting({ one }: { readonly one: InvoiceShown }) {
  const attest = useOwnWords(sv, en);
  const nameOf = useProviders();
  const { invoiceId, month, providerId } = one;
  const path = { invoiceId };
  const back = hrefOf('/fakturor/:invoiceId', path);
  const lead = `${nameOf(providerId)}, ${monthName(month)}`;
  return (
    <SigningSteps
      kind="attestation"
      title={attest.title}
      lead={lead}
      of={{ month, providerId }}
      back={back}
      backText={attest.toInvoice}
      already={
        <>
          <PageHead title={attest.standing} lead={lead} />
          <p>{attest.standingText}</p>
          <ButtonLink look="primary" href={back}>
            {attest.toInvoice}
          </ButtonLink>
        </>
      }
      intend={(key) => ask('POST /invoices/{invoiceId}/attestation/intent', { path, body: {} }, { key })}
      seal={async (key, { intentId, idToken: signIn }) => {
        const outcome = await ask(
          'POST /invoices/{invoiceId}/attestation',
          { path, body: { intentId } },
          { key, signIn },
        );
        return outcome.ok
          ? { ...outcome, value: { ...outcome.value.record, at: outcome.value.record.signedAt } }
          : outcome;
      }}
      // What the intent of an attestation holds is what `attestationContent` makes.
      what={({ content }) => {
        const attestation = content as AttestationContent;
        return (
          <>
            {attestation.refersTo ? <p>{attest.second}</p> : undefined}
            <AttestationSummary attestation={attestation} />
          </>
        );
      }}
      onSealed={() => undefined}
    />
  );
}

/** An invoice before the head attests it and after: what is signed, the fresh sign-in for it, the receipt (L-51, 3.3.4). */
export function AttestPage({ params: { invoiceId } }: PageProps<'/fakturor/:invoiceId/attest'>) {
  // Asked for once: what is signed is what the intent says.
  const asking = useAsk('GET /invoices/{invoiceId}', { path: { invoiceId } });
  const attest = useOwnWords(sv, en);
  return (
    <>
      {asking.state === 'failed' && asking.value === undefined ? <PageHead title={attest.title} /> : undefined}
      <Loaded of={asking}>{(one) => <Attesting one={one} />}</Loaded>
    </>
  );
}
