import { useState } from 'preact/hooks';
import type { Warning } from '../../../../shared/domain/why.ts';
import { ask } from '../../../api/client.ts';
import { Choices } from '../../../parts/choices.tsx';
import { TextField } from '../../../parts/field.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { WhyList } from '../../../parts/why.tsx';
import { ActForm } from '../act-form.tsx';
import type { Customer } from '../customer-fields.tsx';
import { customerIn } from './order-draft.ts';
import { useReceiptWords } from './receipt-words.ts';

export const isOfAnother = ({ code }: Warning): boolean => code === 'number-of-another';

type Props = { readonly caseNo: string; readonly customer: Customer; readonly remark: Warning };

/**
 * The number is somebody's of another name (A73): the help goes on, and the officer says whether it is one person or a
 * slip. The customer is still in memory from the order, since nothing that is left out of what is saved is kept.
 */
export function NumberOfAnother({ caseNo, customer, remark }: Props) {
  const words = useReceiptWords();
  const [told, setTold] = useState<readonly Warning[]>([remark]);
  const [isSaved, setSaved] = useState(false);
  const [whose, setWhose] = useState<'SAME' | 'WRONG'>();
  const [number, setNumber] = useState('');
  const isTaken = told.some(isOfAnother);
  if (isSaved && !isTaken)
    return (
      <Notice tone="success" title={words.takenSaved} aloud>
        {told.length === 0 ? undefined : <WhyList steps={told} />}
      </Notice>
    );
  const isWrong = whose === 'WRONG';
  return (
    <section class="card receipt" aria-label={words.taken}>
      <Notice tone="warning" title={words.taken}>
        <WhyList steps={told} />
        <p>{words.takenText}</p>
      </Notice>
      <ActForm
        id="taken"
        body={{
          customer: customerIn(isWrong ? { ...customer, personnummer: number.trim() } : customer),
          ...(whose === 'SAME' ? { samePerson: true as const } : {}),
        }}
        missing={{ whose: whose === undefined && words.takenMissing }}
        act={(key, body) => ask('PUT /people/{caseNo}', { path: { caseNo }, body }, { key })}
        onDone={({ warnings }) => {
          setTold(warnings);
          setSaved(true);
        }}
        onConflict={() => undefined}
        again={() => undefined}
        submit={words.takenSave}
      >
        {(errorFor) => (
          <Choices
            id="taken-whose"
            label={words.takenWhose}
            error={errorFor('whose')}
            value={whose}
            onValue={setWhose}
            options={[
              { value: 'SAME', text: words.samePerson },
              {
                value: 'WRONG',
                text: words.wrongNumber,
                more: (
                  <TextField
                    id="taken-customer-personnummer"
                    label={words.rightNumber}
                    hint={words.rightNumberHint}
                    optional
                    width="medium"
                    error={errorFor('customer-personnummer')}
                    value={number}
                    onValue={setNumber}
                  />
                ),
              },
            ]}
          />
        )}
      </ActForm>
    </section>
  );
}
