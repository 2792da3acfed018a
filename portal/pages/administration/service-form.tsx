import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { DateField, SelectField, TextField } from '../../parts/field.tsx';
import { tableOf } from './file-kind.ts';
import { PlanForm } from './plan-form.tsx';

type Service = AnswerOf<'GET /settings'>['services'][number];

/** What each unit is called in the table, whatever language the page speaks. */
const units = { MINUTES: 'minuter', OCCASION: 'tillfällen', DAY: 'dygn', MONTH: 'månad' } as const;
const isUnit = (unit: string): unit is Service['unit'] => Object.hasOwn(units, unit);
const none: Service = { code: '', name: '', unit: 'MINUTES' };

const rowOf = ({ code, name, unit, paidBy, from, to }: Service) => [code, name, units[unit], paidBy, from, to];

/** One service more or otherwise: the whole catalogue is read in with it, so that nothing is left out. */
export function ServiceForm({ standing }: { readonly standing: readonly Service[] }) {
  const { administration } = useWords();
  const { catalogue } = administration;
  const [draft, setDraft] = useState<Service>(none);
  const change = (part: Partial<Service>) => setDraft((before) => ({ ...before, ...part }));
  const said = { ...draft, code: draft.code.trim(), name: draft.name.trim() };
  const rows = [...standing.filter(({ code }) => code !== said.code), said].map(rowOf);
  return (
    <PlanForm
      id="service"
      room="insatser"
      body={{ files: [{ name: 'insatser.csv', text: tableOf('insatser.csv', rows) }] }}
      missing={{
        code: said.code === '' && catalogue.codeMissing,
        name: said.name === '' && catalogue.nameMissing,
      }}
    >
      {(errorFor) => (
        <>
          <TextField
            id="service-code"
            label={catalogue.code}
            hint={catalogue.serviceHint}
            width="short"
            error={errorFor('code')}
            value={draft.code}
            onValue={(code) => change({ ...standing.find((one) => one.code === code.trim()), code })}
          />
          <TextField
            id="service-name"
            label={catalogue.name}
            error={errorFor('name')}
            value={draft.name}
            onValue={(name) => change({ name })}
          />
          <SelectField
            id="service-unit"
            label={catalogue.unit}
            value={draft.unit}
            onValue={(unit) => isUnit(unit) && change({ unit })}
            options={Object.entries(catalogue.units).map(([value, text]) => ({ value, text }))}
          />
          <TextField
            id="service-paidBy"
            label={catalogue.paidBy}
            optional
            value={draft.paidBy ?? ''}
            onValue={(paidBy) => change({ paidBy })}
          />
          <DateField
            id="service-from"
            label={administration.from}
            optional
            value={draft.from ?? ''}
            onValue={(from) => change({ from })}
          />
          <DateField
            id="service-to"
            label={administration.to}
            optional
            value={draft.to ?? ''}
            onValue={(to) => change({ to })}
          />
        </>
      )}
    </PlanForm>
  );
}
