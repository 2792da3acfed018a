import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { tableOf } from './file-kind.ts';
import { PlanForm } from './plan-form.tsx';

type Rate = AnswerOf<'GET /settings'>['rates'][number];

const kinds: Readonly<Record<string, string>> = { municipal: 'kommunal', private: 'privat' };

/** Kronor as people write them, in öre; undefined when it is no amount. */
function oreOf(text: string): number | undefined {
  const [, kronor, ore = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replace(/\s/g, '')) ?? [];
  return kronor === undefined ? undefined : Number(kronor) * 100 + Number(ore.padEnd(2, '0'));
}

const rowOf = ({ validFrom, orePerHour, kind, decision }: Rate) => [
  validFrom,
  String(orePerHour),
  kinds[kind ?? ''],
  decision,
];
const keyOf = ({ validFrom, kind = '' }: Pick<Rate, 'validFrom'> & { readonly kind?: string | undefined }) =>
  `${validFrom} ${kind}`;

/** One rate more or otherwise, from the first of a month and by a decision (L-36). */
export function RateForm({ standing }: { readonly standing: readonly Rate[] }) {
  const { catalogue } = useWords().administration;
  const [draft, setDraft] = useState({ month: '', amount: '', kind: '', decision: '' });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const ore = oreOf(draft.amount);
  const validFrom = `${draft.month}-01`;
  const others = standing.filter((one) => keyOf(one) !== keyOf({ validFrom, kind: draft.kind }));
  const row = [validFrom, String(ore), kinds[draft.kind], draft.decision.trim()];
  return (
    <PlanForm
      id="rate"
      room="insatser"
      body={{ files: [{ name: 'ersattning.csv', text: tableOf('ersattning.csv', [...others.map(rowOf), row]) }] }}
      missing={{
        month: draft.month === '' && catalogue.fromMissing,
        amount: ore === undefined && catalogue.amountMissing,
      }}
    >
      {(errorFor) => (
        <>
          <TextField
            id="rate-month"
            type="month"
            width="medium"
            label={catalogue.validFrom}
            error={errorFor('month')}
            value={draft.month}
            onValue={(month) => change({ month })}
          />
          <TextField
            id="rate-amount"
            width="short"
            label={catalogue.amount}
            hint={catalogue.amountHint}
            error={errorFor('amount')}
            value={draft.amount}
            onValue={(amount) => change({ amount })}
          />
          <SelectField
            id="rate-kind"
            label={catalogue.kind}
            value={draft.kind}
            onValue={(kind) => change({ kind })}
            options={Object.entries(catalogue.kinds).map(([value, text]) => ({ value, text }))}
          />
          <TextField
            id="rate-decision"
            label={catalogue.decision}
            hint={catalogue.decisionHint}
            optional
            value={draft.decision}
            onValue={(decision) => change({ decision })}
          />
        </>
      )}
    </PlanForm>
  );
}
