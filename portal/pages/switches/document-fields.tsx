import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { DateField, SelectField } from '../../parts/field.tsx';
import type { ErrorFor } from '../orders/act-form.tsx';
import type { SwitchShown } from './switch-form.ts';

export type Document = NonNullable<SwitchShown['handover']>['documents'][number];

const kinds: readonly Document['kind'][] = ['CARE_PLAN', 'JOURNAL', 'NOTES', 'OTHER'];

type Props = {
  readonly documents: readonly Document[];
  readonly onDocuments: (documents: readonly Document[]) => void;
  readonly errorFor: ErrorFor;
};

/** Each document by its kind and date, never by what stands in it, and where it goes (L-64 to L-66). */
export function DocumentFields({ documents, onDocuments, errorFor }: Props) {
  const { switchActs, switches } = useWords();
  const set = (index: number, part: Partial<Document>) =>
    onDocuments(documents.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <>
      <p class="soft">{switchActs.documentsHint}</p>
      {documents.map((document, index) => (
        <fieldset key={index} class="ds-fieldset service">
          <legend class="ds-label">{switchActs.documentNo(index + 1)}</legend>
          <SelectField
            id={`handover-documents-${index}-kind`}
            label={switches.kind}
            value={document.kind}
            onValue={(next) => set(index, { kind: kinds.find((kind) => kind === next) ?? document.kind })}
            options={kinds.map((value) => ({ value, text: switches.kinds[value] }))}
          />
          <DateField
            id={`handover-documents-${index}-on`}
            label={switches.dated}
            error={errorFor(`documents-${index}-on`) ?? errorFor(`documents.${index}.on`)}
            value={document.on}
            onValue={(on) => set(index, { on })}
          />
          <SelectField
            id={`handover-documents-${index}-to`}
            label={switchActs.goesTo}
            error={errorFor(`documents.${index}.to`)}
            value={document.to}
            onValue={(to) => set(index, { to: to === 'NEW' ? 'NEW' : 'OFFICER' })}
            options={[
              { value: 'OFFICER', text: switches.toOfficer },
              { value: 'NEW', text: switches.toNew },
            ]}
          />
          <Button look="tertiary" onClick={() => onDocuments(documents.filter((_, at) => at !== index))}>
            {switchActs.removeDocument}
            <span class="ds-sr-only"> {switchActs.documentNo(index + 1)}</span>
          </Button>
        </fieldset>
      ))}
      <p>
        <Button onClick={() => onDocuments([...documents, { kind: 'CARE_PLAN', on: '', to: 'OFFICER' }])}>
          {switchActs.addDocument}
        </Button>
      </p>
    </>
  );
}
