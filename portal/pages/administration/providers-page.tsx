import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Back } from './crumb.tsx';
import { StandingTag } from './standing-tag.tsx';
import { useDays } from './use-days.ts';

type Provider = AnswerOf<'GET /settings'>['providers'][number];

function List({ of }: { readonly of: readonly Provider[] }) {
  const { providers } = useWords().administration;
  const days = useDays();
  const columns: readonly Column<Provider>[] = [
    {
      id: 'name',
      name: providers.name,
      sort: ({ name }) => name,
      cell: ({ id, name }) => (
        <a class="ds-link" href={hrefOf('/administration/utforare/:id', { id })}>
          {name}
        </a>
      ),
    },
    { id: 'number', name: providers.number, figure: true, cell: ({ number }) => number, sort: ({ number }) => number },
    { id: 'kind', name: providers.kind, cell: ({ kind }) => providers.kinds[kind], sort: ({ kind }) => kind },
    {
      id: 'approval',
      name: providers.approval,
      cell: ({ approvedFrom, approvedTo }) => days(approvedFrom, approvedTo),
    },
    { id: 'permit', name: providers.permit, cell: ({ permit }) => permit && days(permit.from, permit.to) },
    { id: 'now', name: providers.now, cell: (one) => <StandingTag of={one} /> },
  ];
  return (
    <div class="wide-cells">
      <DataTable caption={providers.caption} columns={columns} rows={of} keyOf={({ id }) => id} />
    </div>
  );
}

/** The providers that are approved, and how each stands. */
export function ProvidersPage() {
  const { providers } = useWords().administration;
  return (
    <>
      <Back />
      <PageHead title={providers.title} lead={providers.lead}>
        {activeRole() === 'administrator' ? (
          <ButtonLink look="primary" href="#/administration/utforare/ny">
            {providers.add}
          </ButtonLink>
        ) : undefined}
      </PageHead>
      <Loaded of={useAsk('GET /settings')}>{(settings) => <List of={settings.providers} />}</Loaded>
    </>
  );
}
