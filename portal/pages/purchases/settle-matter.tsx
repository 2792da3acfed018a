import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { useDraft } from '../../app/use-draft.ts';
import { TextArea } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { markOf, paperAccept, usePapers, wrongWith } from '../orders/acts/use-papers.ts';
import type { MatterShown } from './matter-shown.ts';

type Props = {
  readonly way: string;
  readonly matter: MatterShown;
  readonly purchaseId: string;
  readonly onSettled: () => void;
};

const send = (
  way: string,
  { purchaseId, id }: { readonly purchaseId: string; readonly id: string },
  words: string,
  key: string,
) => {
  const body = { words };
  if (way === 'closeDeviation')
    return ask(
      'POST /purchases/{purchaseId}/deviations/{deviationId}/closure',
      { path: { purchaseId, deviationId: id }, body },
      { key },
    );
  if (way === 'shareMeasures')
    return ask(
      'POST /purchases/{purchaseId}/injuries/{injuryId}/measures',
      { path: { purchaseId, injuryId: id }, body },
      { key },
    );
  if (way === 'closeInjury')
    return ask(
      'POST /purchases/{purchaseId}/injuries/{injuryId}/closure',
      { path: { purchaseId, injuryId: id }, body: {} },
      { key },
    );
  return ask(
    'POST /purchases/{purchaseId}/training-needs/{needId}/answer',
    { path: { purchaseId, needId: id }, body },
    { key },
  );
};

/** What takes a matter further: words, or the document that answers a question (B-10). */
export function SettleMatter({ way, matter: { id, what }, purchaseId, onSettled }: Props) {
  const { purchaseActs, purchaseParts } = useWords();
  const names: Readonly<Record<string, string>> = purchaseParts.settle;
  const name = names[way];
  const [{ words }, change, forget] = useDraft(`matter/${id}/${way}`, { words: '' });
  const [file, setFile] = useState<File>();
  const { idOf, shareOf } = usePapers();
  if (name === undefined) return null;
  const isFile = way === 'answerInformation';
  const isWordless = way === 'closeInjury';
  const fieldId = `${way}-${id}`;
  return (
    <details class="act">
      <summary>{name}</summary>
      <ActForm
        id={fieldId}
        body={{ words: words.trim(), file: markOf(file) }}
        missing={{
          words: !isFile && !isWordless && words.trim() === '' && purchaseActs.lacking.words(purchaseActs.settleWords),
          documentIds: isFile && (file ? wrongWith(file, purchaseActs) : purchaseActs.fileMissing),
        }}
        act={async (key, asked) => {
          if (!isFile) return send(way, { purchaseId, id }, asked.words, key);
          const sent = await idOf(file ?? new File([], ''));
          if (!sent.ok) return sent;
          const body = { documentIds: [sent.value] };
          const path = { purchaseId, questionId: id };
          return ask('POST /purchases/{purchaseId}/questions/{questionId}/answer', { path, body }, { key });
        }}
        onDone={() => {
          forget();
          onSettled();
        }}
        onConflict={() => undefined}
        again={onSettled}
        submit={name}
      >
        {(errorFor) =>
          isFile ? (
            <FileField
              id={`${fieldId}-documentIds`}
              label={purchaseActs.handoverFile}
              hint={purchaseActs.fileHint}
              accept={paperAccept}
              error={errorFor('documentIds')}
              file={file}
              share={shareOf(file)}
              onFile={setFile}
            />
          ) : isWordless ? undefined : (
            <TextArea
              id={`${fieldId}-words`}
              label={what === 'training' ? purchaseActs.answerWords : purchaseActs.settleWords}
              hint={purchaseActs.noNames}
              rows={2}
              error={errorFor('words')}
              value={words}
              onValue={(next) => change({ words: next })}
            />
          )
        }
      </ActForm>
    </details>
  );
}
