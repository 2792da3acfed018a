import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import type { PageProps } from '../../app/router.ts';
import { saveFile } from '../../app/save-file.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { WhyList } from '../../parts/why.tsx';
import { Picks } from './picks.tsx';

/** The whole ledger as a file, for whoever wants to play it again (L-08, L-09). */
function SaveList() {
  const { turns } = useWords();
  const { run, busy, failure } = useSend(() => ask('GET /choices/turns/export'));
  async function save() {
    const outcome = await run();
    if (outcome?.ok) saveFile('turordning.json', [JSON.stringify(outcome.value, null, 2)], 'application/json');
  }
  return (
    <section class="open">
      {failure ? <FailureNotice failure={failure} again={save} /> : undefined}
      <p>{turns.saveText}</p>
      <Button busy={busy} onClick={save}>
        {turns.save}
      </Button>
    </section>
  );
}

type Turns = AnswerOf<'GET /choices/turns'>;
type Place = Turns['providers'][number];

/** Whose turn it is, and why that one (L-08, A13, A14). */
function Next({ title, next }: { readonly title: string; readonly next: Turns['next'] }) {
  const { turns } = useWords();
  return (
    <section class="card">
      <h2>{title}</h2>
      {next === null ? (
        <p>{turns.nobody}</p>
      ) : (
        <>
          <p>
            <b>{next.name}</b>
          </p>
          <WhyList steps={next.why} />
        </>
      )}
    </section>
  );
}

/** How the routine reads the list (A12, A13). */
function Rules({ of: { keepsTurn, sharedUrgent } }: { readonly of: Turns['rules'] }) {
  const { turns } = useWords();
  return (
    <section class="card">
      <h2>{turns.rules}</h2>
      <ul class="plain">
        <li>
          {turns.keepsTurn[keepsTurn ? 'yes' : 'no']} <span class="rule">A13</span>
        </li>
        <li>
          {turns.sharedUrgent[sharedUrgent ? 'yes' : 'no']} <span class="rule">A12</span>
        </li>
      </ul>
    </section>
  );
}

/** Everybody on the list by number (L-06, L-07), and why somebody would be passed over now. */
function Places({ of }: { readonly of: readonly Place[] }) {
  const { turns } = useWords();
  const columns: readonly Column<Place>[] = [
    { id: 'provider', name: turns.provider, cell: ({ name }) => name, sort: ({ name }) => name },
    { id: 'number', name: turns.number, figure: true, cell: ({ number }) => number, sort: ({ number }) => number },
    { id: 'place', name: turns.place, figure: true, cell: ({ place }) => place, sort: ({ place }) => place },
    {
      id: 'now',
      name: turns.now,
      sort: ({ notNow }) => (notNow === undefined ? '' : turns.reasons[notNow]),
      cell: ({ notNow }) => (notNow === undefined ? turns.canTake : <Tag tone="warning">{turns.reasons[notNow]}</Tag>),
    },
  ];
  return (
    <div class="wide-cells">
      <DataTable caption={turns.providers} columns={columns} rows={of} keyOf={({ providerId }) => providerId} />
    </div>
  );
}

function TurnList({ list, isFirst }: { readonly list: Turns; readonly isFirst: boolean }) {
  const { turns } = useWords();
  const { drawnUp, rules, providers, next, nextUrgent } = list;
  if (!drawnUp)
    return (
      <Notice tone="warning" title={turns.notDrawnUp}>
        <p>{turns.notDrawnUpText}</p>
      </Notice>
    );
  return (
    <>
      <div class="turns">
        <Next title={turns.next} next={next} />
        {rules.sharedUrgent ? undefined : <Next title={turns.nextUrgent} next={nextUrgent} />}
        <Rules of={rules} />
      </div>
      <Places of={providers} />
      <Picks list={list} isFirst={isFirst} />
      <SaveList />
    </>
  );
}

/** The turn list in full, for whoever gives the turns and whoever gets them (L-06 to L-09, S-03, S-04). */
export function TurnsPage({ query }: PageProps) {
  const { turns } = useWords();
  const cursor = query.get('efter') ?? undefined;
  const asking = useAsk('GET /choices/turns', { query: { limit: 50, cursor } });
  return (
    <>
      <PageHead title={turns.title} lead={turns.lead} />
      <Loaded of={asking}>{(list) => <TurnList list={list} isFirst={cursor === undefined} />}</Loaded>
    </>
  );
}
