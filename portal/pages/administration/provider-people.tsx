import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { useDays } from './use-days.ts';

type Staff = AnswerOf<'GET /people/staff'>['items'][number];

/** Who works at a provider, in which roles and on which days. */
export function ProviderPeople({ providerId }: { readonly providerId: string }) {
  const { administration, shell } = useWords();
  const { providers, staff } = administration;
  const days = useDays();
  const columns: readonly Column<Staff>[] = [
    {
      id: 'name',
      name: staff.name,
      cell: ({ userId, name }) => (
        <a class="ds-link" href={hrefOf('/administration/personal/:id', { id: userId })}>
          {name ?? userId}
        </a>
      ),
    },
    { id: 'role', name: staff.role, cell: ({ role }) => shell.roles[role] },
    { id: 'days', name: staff.days, cell: ({ from, to }) => days(from, to) ?? administration.always },
    { id: 'now', name: staff.now, cell: ({ now }) => (now ? staff.inForce : staff.notInForce) },
  ];
  return (
    <Loaded of={useAsk('GET /people/staff')}>
      {({ items }) => (
        <div class="wide-cells">
          <DataTable
            caption={providers.people}
            columns={columns}
            rows={items.filter((one) => one.providerId === providerId)}
            keyOf={({ userId, role }) => `${userId} ${role}`}
            empty={providers.noPeople}
          />
        </div>
      )}
    </Loaded>
  );
}
