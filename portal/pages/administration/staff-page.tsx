import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Segments } from '../../parts/segments.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Back } from './crumb.tsx';
import { useDays } from './use-days.ts';
import { usePlace } from './use-place.ts';

type Staff = AnswerOf<'GET /people/staff'>['items'][number];

function List({ of }: { readonly of: readonly Staff[] }) {
  const { administration, shell } = useWords();
  const { staff } = administration;
  const [shown, setShown] = useState<'now' | 'all'>('now');
  const days = useDays();
  const placeOf = usePlace();
  const called = (id: string) => of.find(({ userId, name }) => userId === id && name)?.name ?? id;
  const columns: readonly Column<Staff>[] = [
    {
      id: 'name',
      name: staff.name,
      sort: ({ userId, name }) => name ?? userId,
      cell: ({ userId, name }) => (
        <a class="ds-link" href={hrefOf('/administration/personal/:id', { id: userId })}>
          {name ?? userId}
        </a>
      ),
    },
    { id: 'id', name: staff.id, cell: ({ userId }) => userId, sort: ({ userId }) => userId },
    {
      id: 'role',
      name: staff.role,
      sort: ({ role }) => shell.roles[role],
      cell: ({ role, deputyFor }) => (
        <>
          {shell.roles[role]}
          {deputyFor === undefined ? undefined : (
            <small class="soft remark">{staff.deputyFor(called(deputyFor))}</small>
          )}
        </>
      ),
    },
    {
      id: 'place',
      name: staff.place,
      sort: ({ providerId = '' }) => providerId,
      cell: placeOf,
    },
    { id: 'days', name: staff.days, cell: ({ from, to }) => days(from, to) ?? administration.always },
    {
      id: 'now',
      name: staff.now,
      cell: ({ now }) => (now ? <Tag tone="success">{staff.inForce}</Tag> : <Tag>{staff.notInForce}</Tag>),
    },
  ];
  return (
    <>
      <div class="filters">
        <Segments
          label={staff.show}
          value={shown}
          onValue={setShown}
          options={[
            { value: 'now', text: staff.shows.now },
            { value: 'all', text: staff.shows.all },
          ]}
        />
      </div>
      <div class="wide-cells">
        <DataTable
          caption={staff.caption}
          columns={columns}
          rows={of.filter(({ now }) => now || shown === 'all')}
          keyOf={({ userId, role }) => `${userId} ${role}`}
        />
      </div>
    </>
  );
}

/** Everybody who has a role here, from one day to another. */
export function StaffPage() {
  const { staff } = useWords().administration;
  return (
    <>
      <Back />
      <PageHead title={staff.title} lead={staff.lead}>
        {activeRole() === 'administrator' ? (
          <ButtonLink look="primary" href="#/administration/personal/ny">
            {staff.add}
          </ButtonLink>
        ) : undefined}
      </PageHead>
      <Loaded of={useAsk('GET /people/staff')}>{({ items }) => <List of={items} />}</Loaded>
    </>
  );
}
