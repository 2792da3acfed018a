import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Choices } from '../../parts/choices.tsx';
import { SelectField } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';

type Caseload = AnswerOf<'GET /caseloads/{officerId}'>;
type Body = NonNullable<Asked<'POST /caseloads/{officerId}/moves'>['body']>;
type Reason = Body['reason'];

type Props = { readonly caseload: Caseload; readonly onAsked: (moveId: string) => void };

export function MoveForm({ caseload: { officerId, items }, onAsked }: Props) {
  const { administration } = useWords();
  const words = administration.caseload;
  const [which, setWhich] = useState<'all' | 'some'>('all');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  // What has been moved meanwhile is here no more, ticked or not.
  const some = ticked.filter((caseNo) => items.some((one) => one.caseNo === caseNo));
  const [to, setTo] = useState('');
  const [reason, setReason] = useState<'' | Reason>('');
  const staff = useAsk('GET /people/staff').value?.items ?? [];
  const takers = staff.filter((one) => one.role === 'officer' && one.now && one.userId !== officerId);
  const toName = takers.find(({ userId }) => userId === to)?.name ?? to;
  const isReason = (text: string): text is '' | Reason => text === '' || Object.hasOwn(words.reasons, text);
  const body: Body = { to, reason: reason === '' ? 'OTHER' : reason, cases: which === 'all' ? 'ALL' : [...some] };
  const tick = (caseNo: string, isOn: boolean) =>
    setTicked(isOn ? [...some, caseNo] : some.filter((one) => one !== caseNo));
  return (
    <div class="card thread">
      <ActForm
        id="move"
        body={body}
        missing={{
          cases: which === 'some' && some.length === 0 && words.missing.cases,
          to: to === '' && words.missing.to,
          reason: reason === '' && words.missing.reason,
        }}
        act={async (key, said: Body) =>
          atField(
            await ask('POST /caseloads/{officerId}/moves', { path: { officerId }, body: said }, { key }),
            () => 'to',
          )
        }
        onDone={({ id }) => onAsked(id)}
        onConflict={() => undefined}
        again={() => undefined}
        submit={words.submit}
        check={<p>{words.check(which === 'all' ? words.checkAll : words.checkSome(some.length), toName)}</p>}
      >
        {(errorFor) => (
          <>
            <Choices
              id="move-cases"
              label={words.which}
              error={errorFor('cases')}
              value={which}
              onValue={setWhich}
              options={[
                { value: 'all', text: words.all, hint: words.allHint },
                {
                  value: 'some',
                  text: words.some,
                  more: (
                    <fieldset class="ds-fieldset cases">
                      <legend class="ds-sr-only">{words.cases}</legend>
                      {items.map(({ caseNo }) => (
                        <Checkbox
                          key={caseNo}
                          label={caseNo}
                          checked={some.includes(caseNo)}
                          onChecked={(isOn) => tick(caseNo, isOn)}
                        />
                      ))}
                    </fieldset>
                  ),
                },
              ]}
            />
            <SelectField
              id="move-to"
              label={words.to}
              error={errorFor('to')}
              value={to}
              onValue={setTo}
              options={[
                { value: '', text: administration.choose },
                ...takers.map(({ userId, name }) => ({ value: userId, text: name ?? userId })),
              ]}
            />
            <SelectField
              id="move-reason"
              label={words.reason}
              error={errorFor('reason')}
              value={reason}
              onValue={(text) => isReason(text) && setReason(text)}
              options={[
                { value: '', text: administration.choose },
                ...Object.entries(words.reasons).map(([value, text]) => ({ value, text })),
              ]}
            />
          </>
        )}
      </ActForm>
    </div>
  );
}
