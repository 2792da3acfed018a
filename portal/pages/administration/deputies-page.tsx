import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Back } from './crumb.tsx';
import { DeputyForm } from './deputy-form.tsx';
import { useDays } from './use-days.ts';

type Deputy = AnswerOf<'GET /people/deputies'>['items'][number];
type Props = { readonly of: readonly Deputy[]; readonly again: () => void };

function List({ of, again }: Props) {
  const { administration, shell } = useWords();
  const { deputies } = administration;
  const whoIs = useStaff();
  const days = useDays();
  const { run, busy, failure } = useSend((key: string, { forUserId, deputyUserId, role, from }: Deputy) =>
    ask('POST /people/deputies/ending', { body: { forUserId, deputyUserId, role, from } }, { key }),
  );
  async function end(one: Deputy) {
    const outcome = await run(one);
    if (outcome?.ok) again();
  }
  const stateOf = ({ inForce, endedAt }: Deputy) =>
    endedAt !== undefined ? deputies.states.ended : inForce ? deputies.states.now : deputies.states.later;
  const columns: readonly Column<Deputy>[] = [
    { id: 'whose', name: deputies.whose, cell: ({ forUserId }) => whoIs(forUserId) },
    { id: 'deputy', name: deputies.deputy, cell: ({ deputyUserId }) => whoIs(deputyUserId) },
    { id: 'role', name: deputies.role, cell: ({ role }) => shell.roles[role] },
    { id: 'days', name: deputies.days, cell: ({ from, to }) => days(from, to) },
    {
      id: 'now',
      name: deputies.now,
      cell: (one) => (
        <>
          <Tag tone={one.inForce ? 'success' : 'neutral'}>{stateOf(one)}</Tag>{' '}
          {one.endedAt === undefined ? (
            <Button look="tertiary" busy={busy} onClick={() => end(one)}>
              {deputies.end}
              <span class="ds-sr-only">
                {' '}
                {whoIs(one.forUserId)}, {whoIs(one.deputyUserId)}
              </span>
            </Button>
          ) : undefined}
        </>
      ),
    },
  ];
  return (
    <div class="wide-cells">
      {failure ? <FailureNotice failure={failure} again={again} /> : undefined}
      <DataTable
        caption={deputies.caption}
        columns={columns}
        rows={of}
        keyOf={({ forUserId, deputyUserId, role, from }) => `${forUserId} ${deputyUserId} ${role} ${from}`}
        empty={deputies.none}
      />
    </div>
  );
}

/** Who stands in for whom, and appointing somebody. */
export function DeputiesPage() {
  const { deputies } = useWords().administration;
  const asking = useAsk('GET /people/deputies', { query: { limit: 100 } });
  return (
    <>
      <Back />
      <PageHead title={deputies.title} lead={deputies.lead} />
      <Loaded of={asking}>
        {({ items }) => (
          <>
            <List of={items} again={asking.again} />
            <details class="act open">
              <summary>{deputies.add}</summary>
              {activeRole() === 'head' ? undefined : <p>{deputies.own}</p>}
              <DeputyForm key={items.length} again={asking.again} />
            </details>
          </>
        )}
      </Loaded>
    </>
  );
}
