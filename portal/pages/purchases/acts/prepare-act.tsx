import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import { withOffset } from '../../../app/with-offset.ts';
import { DateField, SelectField } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { TimeField } from '../../../parts/time-field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { markOf, paperAccept, usePapers, wrongWith } from '../../orders/acts/use-papers.ts';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { useReceiversPeople } from '../use-receivers-people.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

const empty = { contactPerson: '', journalOpenedOn: '', userInformedAt: '', caseWorkerContactedAt: '' };

/** What has been made ready, as it is done: whatever is left empty stays as it was (B-05, B-08, B-09, B-17, B-18, M-13). */
export function PrepareAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const { draft, change, path, version, form } = usePurchaseStep(work, 'preparation', empty);
  const { people } = useReceiversPeople(work.one);
  const [file, setFile] = useState<File>();
  const { idOf, shareOf } = usePapers();
  const { conditions } = work.one;
  const isAsked = (...what: readonly string[]) =>
    conditions.length === 0 || conditions.some((one) => what.includes(one.what));
  const { contactPerson, journalOpenedOn, userInformedAt, caseWorkerContactedAt } = draft;
  const said = {
    ...(contactPerson === '' ? {} : { contactPerson }),
    ...(journalOpenedOn === '' ? {} : { journalOpenedOn }),
    ...(userInformedAt === '' ? {} : { userInformedAt: withOffset(userInformedAt) }),
    ...(caseWorkerContactedAt === '' ? {} : { caseWorkerContactedAt: withOffset(caseWorkerContactedAt) }),
  };
  const isNothing = Object.keys(said).length === 0 && !file;
  const isOrderer = work.one.side === 'ORDERING';
  return (
    <ActForm
      {...form}
      body={{ said, file: markOf(file) }}
      missing={{
        [isOrderer ? 'userInformedAt' : 'contactPerson']: isNothing && say.prepareMissing,
        planDocumentId: file && wrongWith(file, say),
      }}
      act={async (key, asked) => {
        const sent = file && (await idOf(file));
        if (sent && !sent.ok) return sent;
        const body = { ...asked.said, ...(sent ? { planDocumentId: sent.value } : {}) };
        const outcome = await ask('PUT /purchases/{purchaseId}/preparation', { path, body }, { key, version });
        if (outcome.ok) setFile(undefined);
        return outcome;
      }}
      submit={say.titles.prepareReceiver}
    >
      {(errorFor) => (
        <>
          <p>{say.prepareText}</p>
          {isOrderer || isAsked('user-informed') ? (
            <TimeField
              id="preparation-userInformedAt"
              label={say.userInformedAt}
              optional
              error={errorFor('userInformedAt')}
              value={userInformedAt}
              onValue={(next) => change({ userInformedAt: next })}
            />
          ) : undefined}
          {isOrderer ? undefined : (
            <>
              <SelectField
                id="preparation-contactPerson"
                label={say.contactPerson}
                optional
                error={errorFor('contactPerson')}
                value={contactPerson}
                onValue={(next) => change({ contactPerson: next })}
                options={[
                  { value: '', text: say.contactPersonNone },
                  ...[...new Map(people.map(({ userId, name }) => [userId, name ?? userId]))].map(([value, text]) => ({
                    ...{ value, text },
                  })),
                ]}
              />
              <DateField
                id="preparation-journalOpenedOn"
                label={say.journalOpenedOn}
                optional
                error={errorFor('journalOpenedOn')}
                value={journalOpenedOn}
                onValue={(next) => change({ journalOpenedOn: next })}
              />
              <FileField
                id="preparation-planDocumentId"
                label={say.planFile}
                hint={say.fileHint}
                optional
                accept={paperAccept}
                error={errorFor('planDocumentId')}
                file={file}
                share={shareOf(file)}
                onFile={setFile}
              />
              {isAsked('case-worker-contacted') ? (
                <TimeField
                  id="preparation-caseWorkerContactedAt"
                  label={say.caseWorkerContactedAt}
                  optional
                  error={errorFor('caseWorkerContactedAt')}
                  value={caseWorkerContactedAt}
                  onValue={(next) => change({ caseWorkerContactedAt: next })}
                />
              ) : undefined}
            </>
          )}
        </>
      )}
    </ActForm>
  );
}
