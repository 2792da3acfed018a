import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { Asked } from '../../../api/contract.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { TextArea, TextField } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { markOf, paperAccept, usePapers, wrongWith } from '../../orders/acts/use-papers.ts';
import { kronorIn } from '../basis/kronor-in.ts';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type ClauseName = NonNullable<NonNullable<Asked<'POST /purchases/{purchaseId}/agreement'>['body']>['clauses']>[number];
const clauseNames: readonly ClauseName[] = [
  ...(['COST', 'STAFFING', 'LEGAL_BASIS', 'QUALITY', 'WORK_ENVIRONMENT', 'RESPONSIBILITIES'] as const),
];

type Draft = {
  readonly how: 'template' | 'own';
  readonly price: string;
  readonly clauses: readonly ClauseName[];
  readonly reason: string;
};

/** One document that is frozen: the template filled in, or one's own with what it says (H-17, H-18). */
export function DraftAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const initial: Draft = { how: 'template', price: '', clauses: [], reason: '' };
  const { draft, change, path, version, form } = usePurchaseStep<Draft>(work, 'agreement', initial);
  const [file, setFile] = useState<File>();
  const { idOf, shareOf } = usePapers();
  const { how, price, clauses } = draft;
  const orePerHour = kronorIn(price);
  const reason = draft.reason.trim();
  const isOwn = how === 'own';
  return (
    <ActForm
      {...form}
      body={{
        said: {
          ...(orePerHour === undefined ? {} : { orePerHour }),
          ...(isOwn ? { clauses: [...clauses] } : {}),
          ...(isOwn && reason !== '' ? { reason } : {}),
        },
        file: isOwn ? markOf(file) : '',
      }}
      missing={{
        orePerHour: price.trim() !== '' && orePerHour === undefined && say.priceBad,
        documentId: isOwn && (file ? wrongWith(file, say) : say.fileMissing),
      }}
      act={async (key, { said }) => {
        const sent = isOwn && file ? await idOf(file) : undefined;
        if (sent && !sent.ok) return sent;
        const body = { ...said, ...(sent ? { documentId: sent.value } : {}) };
        return ask('POST /purchases/{purchaseId}/agreement', { path, body }, { key, version });
      }}
      submit={say.titles.draftAgreement}
    >
      {(errorFor) => (
        <>
          <p>{say.draftText}</p>
          {work.one.agreement.state === 'NONE' ? undefined : <p>{say.draftAgain}</p>}
          <Choices<Draft['how']>
            id="agreement-how"
            label={say.draftHow}
            value={how}
            onValue={(next) => change({ how: next })}
            options={[
              { value: 'template', text: say.draftTemplate },
              {
                value: 'own',
                text: say.draftOwn,
                more: (
                  <>
                    <FileField
                      id="agreement-documentId"
                      label={say.handoverFile}
                      hint={say.fileHint}
                      accept={paperAccept}
                      error={errorFor('documentId')}
                      file={file}
                      share={shareOf(file)}
                      onFile={setFile}
                    />
                    <fieldset class="ds-fieldset">
                      <legend class="ds-label">{say.clauses}</legend>
                      {clauseNames.map((name) => (
                        <Checkbox
                          key={name}
                          label={say.clauseNames[name]}
                          checked={clauses.includes(name)}
                          onChecked={(isOn) =>
                            change({ clauses: isOn ? [...clauses, name] : clauses.filter((one) => one !== name) })
                          }
                        />
                      ))}
                    </fieldset>
                    <TextArea
                      id="agreement-reason"
                      label={say.reasonForWarned}
                      hint={say.reasonForWarnedHint}
                      optional
                      rows={2}
                      error={errorFor('reason')}
                      value={draft.reason}
                      onValue={(next) => change({ reason: next })}
                    />
                  </>
                ),
              },
            ]}
          />
          <TextField
            id="agreement-orePerHour"
            label={say.price}
            width="medium"
            optional
            error={errorFor('orePerHour')}
            value={price}
            onValue={(next) => change({ price: next })}
          />
        </>
      )}
    </ActForm>
  );
}
