import type { AnswerOf } from '../../api/contract.ts';
import { money, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Back } from './crumb.tsx';
import { RateForm } from './rate-form.tsx';
import { ServiceForm } from './service-form.tsx';

type Settings = AnswerOf<'GET /settings'>;
type Service = Settings['services'][number];
type Rate = Settings['rates'][number];

const dayOf = (date: string | undefined) => (date === undefined ? undefined : shortDate(date, true));

function Services({ of }: { readonly of: readonly Service[] }) {
  const { administration } = useWords();
  const { catalogue } = administration;
  const columns: readonly Column<Service>[] = [
    { id: 'code', name: catalogue.code, cell: ({ code }) => code, sort: ({ code }) => code },
    { id: 'name', name: catalogue.name, cell: ({ name }) => name, sort: ({ name }) => name },
    { id: 'unit', name: catalogue.unit, cell: ({ unit }) => catalogue.units[unit] },
    { id: 'paidBy', name: catalogue.paidBy, cell: ({ paidBy }) => paidBy },
    { id: 'from', name: administration.from, cell: ({ from }) => dayOf(from) },
    { id: 'to', name: administration.to, cell: ({ to }) => dayOf(to) },
  ];
  return (
    <div class="wide-cells">
      <DataTable
        caption={catalogue.services}
        columns={columns}
        rows={of}
        keyOf={({ code }) => code}
        empty={catalogue.noServices}
      />
    </div>
  );
}

function Rates({ of }: { readonly of: readonly Rate[] }) {
  const { catalogue } = useWords().administration;
  const columns: readonly Column<Rate>[] = [
    { id: 'from', name: catalogue.validFrom, cell: ({ validFrom }) => dayOf(validFrom) },
    { id: 'amount', name: catalogue.amount, figure: true, cell: ({ orePerHour }) => money(orePerHour) },
    { id: 'kind', name: catalogue.kind, cell: ({ kind }) => catalogue.kinds[kind ?? ''] },
    { id: 'decision', name: catalogue.decision, cell: ({ decision }) => decision },
  ];
  return (
    <div class="wide-cells">
      <DataTable
        caption={catalogue.rates}
        columns={columns}
        rows={of}
        keyOf={({ validFrom, kind }) => `${validFrom} ${kind ?? ''}`}
        empty={catalogue.noRates}
      />
    </div>
  );
}

function Catalogue({ settings }: { readonly settings: Settings }) {
  const { catalogue } = useWords().administration;
  const mayChange = activeRole() === 'administrator';
  return (
    <>
      <section class="open">
        <Services of={settings.services} />
        {mayChange ? (
          <details class="act" open={settings.services.length === 0}>
            <summary>{catalogue.addService}</summary>
            <ServiceForm standing={settings.services} />
          </details>
        ) : undefined}
      </section>
      <section class="open">
        <Rates of={settings.rates} />
        {mayChange ? (
          <details class="act" open={settings.rates.length === 0}>
            <summary>{catalogue.addRate}</summary>
            <RateForm standing={settings.rates} />
          </details>
        ) : undefined}
      </section>
    </>
  );
}

/** What may be ordered and what an hour is paid with; a change is read in, as from a file. */
export function CataloguePage() {
  const { catalogue } = useWords().administration;
  return (
    <>
      <Back />
      <PageHead title={catalogue.title} lead={catalogue.lead} />
      <Loaded of={useAsk('GET /settings')}>{(settings) => <Catalogue settings={settings} />}</Loaded>
    </>
  );
}
