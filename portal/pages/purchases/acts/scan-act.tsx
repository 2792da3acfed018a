import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { Asked } from '../../../api/contract.ts';
import { useWords } from '../../../app/language.ts';
import { DateField, TextField } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { ActForm, type ErrorFor } from '../../orders/act-form.tsx';
import { markOf, paperAccept, usePapers, wrongWith } from '../../orders/acts/use-papers.ts';
import { AgreementLink } from '../agreement-link.tsx';
import type { PurchaseActWords, PurchaseForm, PurchaseShown } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Paper = NonNullable<Asked<'POST /purchases/{purchaseId}/agreement/scan'>['body']>;
type Keyed = Pick<Paper, 'page' | 'signatures'>;
const empty = { page: '1', orderingName: '', orderingOn: '', receivingName: '', receivingOn: '' };
type Draft = typeof empty;

/** The managers in whose names it is signed; a private performer's is its receiving one. */
const rolesOf = ({ receiver }: PurchaseShown) =>
  [
    ['ORDERING', 'ordering', 'ordering-manager'],
    ['RECEIVING', 'receiving', receiver.isUnit ? 'receiving-manager' : 'provider-manager'],
  ] as const;

function keyedIn(draft: Draft, one: PurchaseShown): Keyed {
  return {
    page: Number(draft.page),
    signatures: rolesOf(one).map(([, key, role]) => ({
      name: draft[`${key}Name`].trim(),
      role,
      on: draft[`${key}On`],
    })),
  };
}

const lackingIn = (draft: Draft, one: PurchaseShown, say: PurchaseActWords, whoIs: (side: Side) => string) => ({
  page: !/^[1-9]\d{0,2}$/.test(draft.page) && say.scanPageMissing,
  ...Object.fromEntries(
    rolesOf(one).flatMap(([side, key], n) => [
      [`signatures-${n}-name`, draft[`${key}Name`].trim() === '' && say.lacking.line(say.scanName(whoIs(side)))],
      [`signatures-${n}-on`, draft[`${key}On`] === '' && say.lacking.day(say.scanOn(whoIs(side)))],
    ]),
  ),
});
type Side = 'ORDERING' | 'RECEIVING';

type FieldsProps = {
  readonly id: string;
  readonly one: PurchaseShown;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errorFor: ErrorFor;
};

/** The page and both names with the day beside each, as they stand on the paper. */
function KeyedFields({ id, one, draft, change, errorFor }: FieldsProps) {
  const say = usePurchaseWords();
  const { purchases } = useWords();
  return (
    <>
      <TextField
        id={`${id}-page`}
        label={say.scanPage}
        width="short"
        error={errorFor('page')}
        value={draft.page}
        onValue={(page) => change({ page })}
      />
      {rolesOf(one).map(([side, key], n) => (
        <div key={side}>
          <TextField
            id={`${id}-signatures-${n}-name`}
            label={say.scanName(purchases.signer[side])}
            error={errorFor(`signatures-${n}-name`)}
            value={draft[`${key}Name`]}
            onValue={(name) => change({ [`${key}Name`]: name })}
          />
          <DateField
            id={`${id}-signatures-${n}-on`}
            label={say.scanOn(purchases.signer[side])}
            error={errorFor(`signatures-${n}-on`)}
            value={draft[`${key}On`]}
            onValue={(on) => change({ [`${key}On`]: on })}
          />
        </div>
      ))}
    </>
  );
}

/** An agreement that was signed on paper, with both names as they stand there. */
export function ScanAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const { purchases } = useWords();
  const { one } = work;
  const { draft, change, path, version, form } = usePurchaseStep(work, 'scan', empty);
  const [file, setFile] = useState<File>();
  const { idOf, shareOf } = usePapers();
  return (
    <ActForm
      {...form}
      body={{ keyed: keyedIn(draft, one), file: markOf(file) }}
      missing={{
        documentId: file ? wrongWith(file, say) : say.fileMissing,
        ...lackingIn(draft, one, say, (side) => purchases.signer[side]),
      }}
      act={async (key, { keyed }) => {
        const sent = await idOf(file ?? new File([], ''));
        if (!sent.ok) return sent;
        const body = { ...keyed, documentId: sent.value };
        return ask('POST /purchases/{purchaseId}/agreement/scan', { path, body }, { key, version });
      }}
      submit={say.titles.scanAgreement}
    >
      {(errorFor) => (
        <>
          <p>{say.scanText}</p>
          <FileField
            id="scan-documentId"
            label={say.scanFile}
            hint={say.fileHint}
            accept={paperAccept}
            error={errorFor('documentId')}
            file={file}
            share={shareOf(file)}
            onFile={setFile}
          />
          <KeyedFields id="scan" {...{ one, draft, change, errorFor }} />
        </>
      )}
    </ActForm>
  );
}

/** Another person reads the paper and keys what it says: the same, and the agreement holds (A72). */
export function CheckScanAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const { purchases } = useWords();
  const { one } = work;
  const { draft, change, path, version, form } = usePurchaseStep(work, 'check', empty);
  const documentId = one.agreement.scan?.documentId ?? '';
  return (
    <ActForm
      {...form}
      body={{ ...keyedIn(draft, one), documentId }}
      missing={lackingIn(draft, one, say, (side) => purchases.signer[side])}
      act={(key, body) => ask('POST /purchases/{purchaseId}/agreement/scan/check', { path, body }, { key, version })}
      submit={say.titles.checkScan}
    >
      {(errorFor) => (
        <>
          <p>{say.checkText}</p>
          <AgreementLink one={one} file="paper" name={say.openPaper} />
          <KeyedFields id="check" {...{ one, draft, change, errorFor }} />
        </>
      )}
    </ActForm>
  );
}
