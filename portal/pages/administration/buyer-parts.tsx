import { useWords } from '../../app/language.ts';
import { TextField } from '../../parts/field.tsx';
import type { ErrorFor } from '../orders/act-form.tsx';
import { type BuyerDraft, bookingFields, buyerFields } from './buyer-draft.ts';

const short: readonly (keyof BuyerDraft)[] = ['postalCode', 'endpointScheme', 'series', 'costAccount', 'debtAccount'];

type Props = {
  readonly draft: BuyerDraft;
  readonly change: (part: Partial<BuyerDraft>) => void;
  readonly errorFor: ErrorFor;
};

/** Who the municipality is on invoices, and by which accounts it books them. */
export function BuyerParts({ draft, change, errorFor }: Props) {
  const { parties: words } = useWords();
  const hints: Partial<Record<keyof BuyerDraft, string>> = {
    endpointScheme: words.endpointSchemeHint,
    dims: words.dimsHint,
  };
  const field = (name: keyof BuyerDraft) => (
    <TextField
      key={name}
      id={`kommun-${name}`}
      label={words[name]}
      hint={hints[name]}
      optional
      width={short.includes(name) ? 'short' : undefined}
      error={errorFor(name)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{words.buyer}</legend>
        <p data-field="description">{words.buyerHint}</p>
        {buyerFields.map(field)}
      </fieldset>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{words.booking}</legend>
        <p data-field="description">{words.bookingHint}</p>
        {bookingFields.map(field)}
      </fieldset>
    </>
  );
}
