import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { AnswerOf } from '../../../api/contract.ts';
import { dateTime, hours } from '../../../app/format.ts';
import { useAsk } from '../../../app/use-ask.ts';
import { TextArea } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { upload } from '../../../parts/upload.ts';
import { activeRole } from '../../../sign-in/session.ts';
import { ActForm } from '../../orders/act-form.tsx';
import { useBasisWords } from './use-basis-words.ts';

type HandedIn = AnswerOf<'POST /purchases/months/{month}/basis'>;
type Waiting = NonNullable<AnswerOf<'GET /purchases/months/{month}/draft'>['waiting']>;

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

/** The report that came by mail: it is handed in by the manager, and until then it is nothing but here (M-17). */
function CameByMail({ waiting }: { readonly waiting: Waiting }) {
  const words = useBasisWords();
  const { at, rows, minutes, unplaced } = waiting;
  return (
    <Notice tone="info" title={words.cameByMail(dateTime(at, true))}>
      <p>
        {words.cameWith(rows, hours(minutes))}{' '}
        {activeRole() === 'provider-manager' ? words.pressToHandIn : words.waitsForManager}
      </p>
      {unplaced > 0 ? <p>{words.unplacedInMail(unplaced)}</p> : undefined}
    </Notice>
  );
}

type Props = { readonly month: string; readonly onHandedIn: () => void };

/** The performer hands a month in, by the same file as the month's own (B-26, M-17, M-18). */
function Form({ month, waiting, onHandedIn }: Props & { readonly waiting?: Waiting }) {
  const words = useBasisWords();
  // A manager hands in what came, unless another file is chosen in its place.
  const isOfMail = waiting !== undefined && activeRole() === 'provider-manager';
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const [made, setMade] = useState<HandedIn>();
  /** Purchases of which more was done than agreed, as the refusal named them, and why (B-27). */
  const [above, setAbove] = useState<Readonly<Record<string, string>>>({});
  return (
    <section class="card acts">
      <h2>{words.handIn}</h2>
      {made ? <CameOf of={made} /> : undefined}
      {waiting ? <CameByMail waiting={waiting} /> : undefined}
      <ActForm
        id="hand-in-basis"
        body={{ file: file ? `${file.name} ${file.size} ${file.lastModified}` : '', above }}
        missing={{ documentId: !file && !isOfMail && words.fileMissing }}
        act={async (key) => {
          const sent = file ? await upload(file, 'text/csv', setShare) : undefined;
          setShare(undefined);
          if (sent && !sent.ok) return sent;
          const said = Object.entries(above).filter(([, why]) => why.trim() !== '');
          const what = sent ? { documentId: sent.value } : { draft: true as const };
          const body = { ...what, comments: Object.fromEntries(said) };
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

/** What came by mail is a provider's alone: units hand in here. */
function OfProvider({ month, onHandedIn }: Props) {
  const asking = useAsk('GET /purchases/months/{month}/draft', { path: { month } });
  const again = () => {
    asking.again();
    onHandedIn();
  };
  return (
    <Form month={month} onHandedIn={again} {...(asking.value?.waiting ? { waiting: asking.value.waiting } : {})} />
  );
}

export const HandInBasis = (props: Props) =>
  activeRole()?.startsWith('provider') ? <OfProvider {...props} /> : <Form {...props} />;
