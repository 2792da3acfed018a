import { useState } from 'preact/hooks';
import { useWords } from '../../app/language.ts';
import { FileField } from '../../parts/file-field.tsx';
import { paperAccept, usePapers, wrongWith } from './acts/use-papers.ts';

type Props = {
  readonly id: string;
  readonly error?: string;
  /** The id of the form that has been received; empty when none has. */
  readonly documentId: string;
  readonly onDocument: (documentId: string) => void;
};

/** The form of a choice (L-02, S-05, S-41): sent as soon as it is picked, so that what is filled in holds its id alone. */
export function FormFile({ id, error, documentId, onDocument }: Props) {
  const { acts, choosing } = useWords();
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const { idOf, shareOf } = usePapers();
  async function send(picked: File | undefined) {
    setFile(picked);
    onDocument('');
    const wrong = picked && wrongWith(picked, acts);
    setFault(wrong);
    if (!picked || wrong) return;
    const sent = await idOf(picked);
    if (sent.ok) onDocument(sent.value);
    else setFault(sent.kind === 'unreadable' ? sent.title : choosing.formLost);
  }
  return (
    <FileField
      id={id}
      label={choosing.form}
      hint={documentId === '' ? choosing.formHint : choosing.formIn}
      optional
      accept={paperAccept}
      error={fault ?? error}
      file={file}
      share={shareOf(file)}
      onFile={send}
    />
  );
}
