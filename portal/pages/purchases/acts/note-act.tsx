import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { Asked } from '../../../api/contract.ts';
import { Choices } from '../../../parts/choices.tsx';
import { TextArea, TextField } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { markOf, paperAccept, usePapers, wrongWith } from '../../orders/acts/use-papers.ts';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Note = NonNullable<Asked<'POST /purchases/{purchaseId}/notes'>['body']>;
type Form = Note['form'];
type Draft = { readonly how?: Form; readonly reference: string; readonly words: string; readonly reason: string };

/** Help that was given, on the paper, the journal or the screen that the routine asks for (B-12, B-19, H-35, M-14). */
export function NoteAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const initial: Draft = { reference: '', words: '', reason: '' };
  const { draft, change, path, form } = usePurchaseStep<Draft>(work, 'notes', initial);
  const [file, setFile] = useState<File>();
  const { idOf, shareOf } = usePapers();
  const { how } = draft;
  const said = (key: 'reference' | 'words' | 'reason') => {
    const text = draft[key].trim();
    return text === '' ? {} : { [key]: text };
  };
  return (
    <ActForm
      {...form}
      body={{
        ...{
          form: how ?? ('DIGITAL' satisfies Form as Form),
          ...said('reason'),
          file: how === 'PAPER' ? markOf(file) : '',
        },
        ...(how === 'DIGITAL' ? said('words') : {}),
        ...(how === 'JOURNAL_REF' ? said('reference') : {}),
      }}
      missing={{
        form: !how && say.lacking.choice(say.noteForm),
        documentId: how === 'PAPER' && (file ? wrongWith(file, say) : say.fileMissing),
        words: how === 'DIGITAL' && draft.words.trim() === '' && say.lacking.words(say.aroundWords),
        reference: how === 'JOURNAL_REF' && draft.reference.trim() === '' && say.lacking.line(say.noteReference),
      }}
      act={async (key, { file: _, ...asked }) => {
        const sent = how === 'PAPER' && file ? await idOf(file) : undefined;
        if (sent && !sent.ok) return sent;
        const body = { ...asked, ...(sent ? { documentId: sent.value } : {}) };
        const outcome = await ask('POST /purchases/{purchaseId}/notes', { path, body }, { key });
        if (outcome.ok) setFile(undefined);
        return outcome;
      }}
      submit={say.titles.notePurchase}
    >
      {(errorFor) => (
        <>
          <Choices<Form>
            id="notes-form"
            label={say.noteForm}
            error={errorFor('form')}
            value={how}
            onValue={(next) => change({ how: next })}
            options={[
              {
                value: 'PAPER',
                text: say.noteForms.PAPER,
                more: (
                  <FileField
                    id="notes-documentId"
                    label={say.handoverFile}
                    hint={say.fileHint}
                    accept={paperAccept}
                    error={errorFor('documentId')}
                    file={file}
                    share={shareOf(file)}
                    onFile={setFile}
                  />
                ),
              },
              {
                value: 'JOURNAL_REF',
                text: say.noteForms.JOURNAL_REF,
                more: (
                  <TextField
                    id="notes-reference"
                    label={say.noteReference}
                    error={errorFor('reference')}
                    value={draft.reference}
                    onValue={(reference) => change({ reference })}
                  />
                ),
              },
              {
                value: 'DIGITAL',
                text: say.noteForms.DIGITAL,
                more: (
                  <TextArea
                    id="notes-words"
                    label={say.aroundWords}
                    hint={say.noNames}
                    rows={3}
                    error={errorFor('words')}
                    value={draft.words}
                    onValue={(words) => change({ words })}
                  />
                ),
              },
            ]}
          />
          <TextField
            id="notes-reason"
            label={say.noteReason}
            optional
            error={errorFor('reason')}
            value={draft.reason}
            onValue={(reason) => change({ reason })}
          />
        </>
      )}
    </ActForm>
  );
}
