import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { AnswerOf } from '../../../api/contract.ts';
import { hours } from '../../../app/format.ts';
import { TextArea } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { upload } from '../../../parts/upload.ts';
import { ActForm } from '../../orders/act-form.tsx';
import { useBasisWords } from './use-basis-words.ts';

type HandedIn = AnswerOf<'POST /purchases/months/{month}/basis'>;

/** Where a refusal asks for a comment: at the purchase that it is about. */
const commentAt = /^body\.comments\.(.+)$/;

/** What came of the file: what waits, and the rows that belong to no purchase, each told of. */
function CameOf({ of }: { readonly of: HandedIn }) {
  const words = useBasisWords();
  const { held, unplaced, unplacedRows, unplacedMinutes } = of;
  return (
    <>
      <Notice tone="success" title={words.handedIn} aloud />
      {held.length > 0 ? (
        <Notice tone="warning" title={words.held(held.length)}>
          <ul lang="sv">
            {held.flatMap(({ purchaseId, missing }) =>
              missing.map(({ rule, text }) => (
                <li key={`${purchaseId} ${rule}`}>
                  {text} <span class="rule">{rule}</span>
                </li>
              )),
            )}
          </ul>
        </Notice>
      ) : undefined}
      {unplacedRows > 0 ? (
        <Notice tone="warning" title={words.unplaced(unplacedRows, hours(unplacedMinutes))}>
          <ul>
            {unplaced.slice(0, 20).map(({ row, caseNo }) => (
              <li key={row}>{words.rowOf(row, caseNo ?? '–')}</li>
            ))}
          </ul>
        </Notice>
      ) : undefined}
    </>
  );
}

/** The performer hands a month in, by the same file as the month's own (B-26, M-17, M-18). */
export function HandInBasis({ month, onHandedIn }: { readonly month: string; readonly onHandedIn: () => void }) {
  const words = useBasisWords();
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const [made, setMade] = useState<HandedIn>();
  /** Purchases of which more was done than agreed, as the refusal named them, and why (B-27). */
  const [above, setAbove] = useState<Readonly<Record<string, string>>>({});
  return (
    <section class="card acts">
      <h2>{words.handIn}</h2>
      {made ? <CameOf of={made} /> : undefined}
      <ActForm
        id="hand-in-basis"
        body={{ file: file ? `${file.name} ${file.size} ${file.lastModified}` : '', above }}
        missing={{ documentId: !file && words.fileMissing }}
        act={async (key) => {
          const sent = await upload(file ?? new File([], ''), 'text/csv', setShare);
          setShare(undefined);
          if (!sent.ok) return sent;
          const said = Object.entries(above).filter(([, why]) => why.trim() !== '');
          const body = { documentId: sent.value, comments: Object.fromEntries(said) };
          const outcome = await ask('POST /purchases/months/{month}/basis', { path: { month }, body }, { key });
          const asked = outcome.ok ? [] : (outcome.faults ?? []).flatMap(({ at }) => commentAt.exec(at)?.[1] ?? []);
          if (asked.length > 0)
            setAbove((known) => Object.fromEntries(asked.map((purchaseId) => [purchaseId, known[purchaseId] ?? ''])));
          return outcome;
        }}
        onDone={(next) => {
          setMade(next);
          setFile(undefined);
          setAbove({});
          onHandedIn();
        }}
        onConflict={() => undefined}
        again={onHandedIn}
        submit={words.handIn}
      >
        {(errorFor) => (
          <>
            <p>{words.handInText}</p>
            <FileField
              id="hand-in-basis-documentId"
              label={words.file}
              hint={words.fileHint}
              accept=".csv,.xlsx"
              error={errorFor('documentId')}
              file={file}
              share={share}
              onFile={setFile}
            />
            {Object.entries(above).map(([purchaseId, why]) => (
              <TextArea
                key={purchaseId}
                id={`hand-in-basis-comments-${purchaseId}`}
                label={words.commentFor(purchaseId)}
                error={errorFor(`comments.${purchaseId}`)}
                rows={2}
                value={why}
                onValue={(next) => setAbove({ ...above, [purchaseId]: next })}
              />
            ))}
          </>
        )}
      </ActForm>
    </section>
  );
}
