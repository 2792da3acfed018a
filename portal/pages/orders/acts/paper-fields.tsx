import { useWords } from '../../../app/language.ts';
import { Button } from '../../../parts/button.tsx';
import { DateField, SelectField } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { useActWords } from './use-act-words.ts';
import { paperAccept } from './use-papers.ts';

const kinds = ['SOCIAL_DOCUMENTATION', 'CARE_PLAN', 'OTHER'] as const;
export type Paper = { readonly key: number; readonly kind: (typeof kinds)[number]; readonly dated: string };
export const aPaper = (key: number): Paper => ({ key, kind: kinds[0], dated: '' });

type Props = {
  /** Its place in the request: `documents.0`. */
  readonly at: string;
  readonly nr: number;
  readonly paper: Paper;
  readonly file: File | undefined;
  readonly share: number | undefined;
  readonly errorFor: (field: string) => string | undefined;
  readonly onPaper: (part: Partial<Paper>) => void;
  readonly onFile: (file: File | undefined) => void;
  readonly onRemove: () => void;
};

/** One of the papers that are handed over: what it is, its day, and the file where it is not handed over on paper. */
export function PaperFields({ at, nr, paper, file, share, errorFor, onPaper, onFile, onRemove }: Props) {
  const acts = useActWords();
  const { orders } = useWords();
  const idOf = (part: string) => `documentation-${at.replaceAll('.', '-')}-${part}`;
  return (
    <fieldset class="ds-fieldset service">
      <legend class="ds-label">{acts.paper(nr)}</legend>
      <SelectField
        id={idOf('kind')}
        label={acts.paperKind}
        error={errorFor(`${at}.kind`)}
        value={paper.kind}
        onValue={(value) => onPaper({ kind: kinds.find((kind) => kind === value) ?? kinds[0] })}
        options={kinds.map((value) => ({ value, text: acts.paperKinds[value] }))}
      />
      <DateField
        id={idOf('dated')}
        label={acts.dated}
        error={errorFor(`${at}.dated`)}
        value={paper.dated}
        onValue={(dated) => onPaper({ dated })}
      />
      <FileField
        id={idOf('documentId')}
        label={acts.paperFile}
        hint={acts.onPaperHint}
        optional
        accept={paperAccept}
        error={errorFor(`${at}.documentId`)}
        file={file}
        share={share}
        onFile={onFile}
      />
      <Button look="tertiary" onClick={onRemove}>
        {orders.removeService}
        <span class="ds-sr-only"> {acts.paper(nr).toLowerCase()}</span>
      </Button>
    </fieldset>
  );
}
