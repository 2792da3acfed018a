import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { buyerDraftOf, dimsIn, isBookingSaid, isBuyerSaid, municipalityFile } from './buyer-draft.ts';
import { BuyerParts } from './buyer-parts.tsx';
import { Back } from './crumb.tsx';
import { PlanForm } from './plan-form.tsx';

type Setup = AnswerOf<'GET /settings/setup'>;

function Fields({ setup }: { readonly setup: Setup }) {
  const { administration, parties } = useWords();
  const words = administration.municipality;
  const [draft, setDraft] = useState({
    municipality: setup.municipality ?? '',
    pack: setup.pack ?? '',
    invoiceAddress: setup.invoiceAddress ?? '',
  });
  const [buyer, setBuyer] = useState(buyerDraftOf(setup));
  const lacking = (is: boolean, text: string, said: string) => is && text.trim() === '' && said;
  const ofBuyer = (field: 'buyerName' | 'orgNo') => lacking(isBuyerSaid(buyer), buyer[field], parties.buyerMissing);
  const ofBooking = (field: 'series' | 'chart' | 'costAccount' | 'debtAccount') =>
    lacking(isBookingSaid(buyer), buyer[field], parties.bookingMissing);
  const file = municipalityFile(buyer, setup);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const municipality = draft.municipality.trim();
  const invoiceAddress = draft.invoiceAddress.trim();
  const known = setup.routines.some(({ name }) => name === setup.pack);
  return (
    <PlanForm
      id="kommun"
      room="kommun"
      body={{ municipality, pack: draft.pack, invoiceAddress, ...(file ? { file } : {}) }}
      missing={{
        municipality: municipality === '' && words.nameMissing,
        pack: draft.pack === '' && words.packMissing,
        invoiceAddress: invoiceAddress === '' && words.invoiceMissing,
        ...{ buyerName: ofBuyer('buyerName'), orgNo: ofBuyer('orgNo') },
        ...{ series: ofBooking('series'), chart: ofBooking('chart') },
        ...{ costAccount: ofBooking('costAccount'), debtAccount: ofBooking('debtAccount') },
        dims: dimsIn(buyer.dims) === undefined && parties.dimsWrong,
      }}
    >
      {(errorFor) => (
        <>
          <TextField
            id="kommun-municipality"
            label={words.name}
            error={errorFor('municipality')}
            value={draft.municipality}
            onValue={(next) => change({ municipality: next })}
          />
          <SelectField
            id="kommun-pack"
            label={words.pack}
            hint={words.packHint}
            error={errorFor('pack')}
            value={draft.pack}
            onValue={(pack) => change({ pack })}
            options={[
              { value: '', text: administration.choose },
              ...(setup.pack !== undefined && !known ? [{ value: setup.pack, text: setup.title ?? setup.pack }] : []),
              ...setup.routines.map(({ name, title }) => ({ value: name, text: title })),
            ]}
          />
          <TextField
            id="kommun-invoiceAddress"
            label={words.invoice}
            hint={words.invoiceHint}
            error={errorFor('invoiceAddress')}
            value={draft.invoiceAddress}
            onValue={(next) => change({ invoiceAddress: next })}
          />
          <BuyerParts
            draft={buyer}
            change={(part) => setBuyer((before) => ({ ...before, ...part }))}
            errorFor={errorFor}
          />
        </>
      )}
    </PlanForm>
  );
}

/** What the municipality is called, which routine it follows, and where invoices go: the first thing there is to say. */
export function MunicipalityPage() {
  const { administration } = useWords();
  return (
    <>
      <Back />
      <PageHead title={administration.municipality.title} lead={administration.municipality.lead} />
      <div class="card thread">
        <Loaded of={useAsk('GET /settings/setup')}>{(setup) => <Fields setup={setup} />}</Loaded>
      </div>
    </>
  );
}
