import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useStaff } from '../../app/use-staff.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Back } from './crumb.tsx';
import { MoveForm } from './move-form.tsx';
import { MoveProgress } from './move-progress.tsx';
import type { RoomProps } from './room-props.ts';

type Caseload = AnswerOf<'GET /caseloads/{officerId}'>;
type Props = { readonly caseload: Caseload; readonly isFirst: boolean; readonly again: () => void };

function Moving({ caseload, isFirst, again }: Props) {
  const { caseload: words } = useWords().administration;
  const [moveId, setMoveId] = useState<string>();
  const { officerId, items, unread, next } = caseload;
  const isNothing = items.length === 0 && isFirst && unread === 0;
  return (
    <>
      {moveId === undefined ? undefined : <MoveProgress officerId={officerId} moveId={moveId} onDone={again} />}
      {unread > 0 ? <p>{words.unread(unread)}</p> : undefined}
      {isNothing ? (
        <p class="card nothing">{words.none}</p>
      ) : (
        <MoveForm
          // A new form for what is asked next, and the same one however often the list is fetched meanwhile.
          key={moveId}
          caseload={caseload}
          onAsked={(id) => {
            setMoveId(id);
            again();
          }}
        />
      )}
      {next === undefined ? undefined : (
        <p class="buttons pages">
          <ButtonLink href={hrefOf('/administration/arenden/:id', { id: officerId }, { efter: next })}>
            {words.more}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

/** An officer's cases go to another: one, some or all, with all that hangs on them. */
export function CaseloadPage({ id, query }: RoomProps) {
  const { caseload } = useWords().administration;
  const whoIs = useStaff();
  const cursor = query.get('efter') ?? undefined;
  const asking = useAsk('GET /caseloads/{officerId}', { path: { officerId: id }, query: { limit: 100, cursor } });
  return (
    <>
      <Back href={hrefOf('/administration/personal/:id', { id })} text={caseload.toPerson} />
      <PageHead title={caseload.title(whoIs(id))} lead={caseload.lead} />
      <Loaded of={asking}>
        {(one) => <Moving caseload={one} isFirst={cursor === undefined} again={asking.again} />}
      </Loaded>
    </>
  );
}
