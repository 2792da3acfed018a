import { useEffect } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { type Asking, useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Back } from './crumb.tsx';
import { ImportRows } from './import-rows.tsx';
import type { RoomProps } from './room-props.ts';

type Import = AnswerOf<'GET /imports/{importId}'>;

const isAtWork = ({ state }: Import): boolean => state === 'READING' || state === 'RUNNING';
const every = 1500;

function Progress({ of: { state, done, of } }: { readonly of: Import }) {
  const { plan } = useWords().administration;
  const label = plan.states[state];
  return (
    <div>
      <p role="status">
        <b>{label}</b> {done > 0 || of !== undefined ? plan.progress(done, of) : undefined}
      </p>
      {isAtWork({ state } as Import) ? (
        <>
          <progress max={of} value={of === undefined ? undefined : done} aria-label={label} />
          <p class="soft">{plan.leave}</p>
        </>
      ) : undefined}
    </div>
  );
}

const counted = ['faults', 'new', 'changed', 'leftOut', 'unchanged'] as const;

function Counts({ of, isForm }: { readonly of: Import; readonly isForm: boolean }) {
  const { plan } = useWords().administration;
  return (
    <dl class="counts">
      {counted.map((name) => (
        <div key={name} class="card" data-state={name === 'faults' && of.faults > 0 ? 'wrong' : undefined}>
          <dt>{isForm && name === 'leftOut' ? plan.leftOut : plan.counts[name]}</dt>
          <dd>{of[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

type VerdictProps = {
  readonly of: Import;
  readonly asking: Asking<Import>;
  /** Where the form stands that it was written in; undefined when files were read. */
  readonly room: string | undefined;
};

/** What is to be done with what was read or written: mend it, say yes, or nothing at all. */
function Verdict({ of, asking, room }: VerdictProps) {
  const { plan } = useWords().administration;
  const isForm = room !== undefined;
  const path = { importId: of.importId };
  const { run, busy, failure } = useSend((key: string) => ask('POST /imports/{importId}/run', { path }, { key }));
  async function press() {
    const outcome = await run();
    if (outcome?.ok) asking.again();
  }
  if (of.state === 'FAILED' || (of.state === 'PLANNED' && of.faults > 0))
    return (
      <Notice tone="danger" title={isForm ? plan.formFaults : plan.faults} aloud>
        <p>{isForm ? plan.formFaultsText : plan.faultsText}</p>
        <ButtonLink href={`#/administration/${room ?? 'las-in'}`}>{isForm ? plan.toForm : plan.mended}</ButtonLink>
      </Notice>
    );
  if (of.state === 'DONE')
    return (
      <>
        <Notice tone="success" title={plan.done} aloud />
        {of.faults > 0 ? (
          <Notice tone="warning" title={plan.lateFaults}>
            <p>{isForm ? plan.formLateText : plan.lateFaultsText}</p>
          </Notice>
        ) : undefined}
        <p class="buttons">
          <ButtonLink look="primary" href="#/administration">
            {plan.toStart}
          </ButtonLink>
          <ButtonLink href={`#/administration/${room ?? 'las-in'}`}>{isForm ? plan.toForm : plan.readAgain}</ButtonLink>
        </p>
      </>
    );
  if (of.state !== 'PLANNED') return null;
  if (of.new + of.changed === 0)
    return (
      <Notice title={plan.nothing} aloud>
        <p>{isForm ? plan.formNothingText : plan.nothingText}</p>
        <ButtonLink href="#/administration">{plan.toStart}</ButtonLink>
      </Notice>
    );
  return (
    <section class="questions">
      <p>{plan.runText}</p>
      {failure ? <FailureNotice failure={failure} again={asking.again} /> : undefined}
      <Button look="primary" busy={busy} onClick={press}>
        {plan.run}
      </Button>
    </section>
  );
}

/** What has been read in: how far it has come, what it would change or has changed, and the yes. */
export function ImportPage({ id, query }: RoomProps) {
  const { plan } = useWords().administration;
  const cursor = query.get('efter') ?? undefined;
  const room = query.get('ur') ?? undefined;
  const asking = useAsk('GET /imports/{importId}', { path: { importId: id }, query: { limit: 2, cursor } });
  const { value, again } = asking;
  const atWork = value !== undefined && isAtWork(value);
  useEffect(() => {
    if (!atWork) return undefined;
    const timer = setInterval(again, every);
    return () => clearInterval(timer);
  }, [atWork, again]);
  return (
    <>
      <Back />
      <PageHead title={plan.title} />
      <Loaded of={asking}>
        {(one) => (
          <>
            <Progress of={one} />
            <Counts of={one} isForm={room !== undefined} />
            <Verdict of={one} asking={asking} room={room} />
            {one.rows.length > 0 ? <ImportRows rows={one.rows} isForm={room !== undefined} /> : undefined}
            <p class="buttons pages">
              {cursor === undefined ? undefined : (
                <ButtonLink href={hrefOf('/administration/inlasning/:id', { id }, { ur: room })}>
                  {plan.first}
                </ButtonLink>
              )}
              {one.next === undefined ? undefined : (
                <ButtonLink href={hrefOf('/administration/inlasning/:id', { id }, { ur: room, efter: one.next })}>
                  {plan.more}
                </ButtonLink>
              )}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}
