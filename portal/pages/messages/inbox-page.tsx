import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { mayWriteMessages } from './may-write.ts';
import { useOwners } from './use-owners.ts';

type Row = AnswerOf<'GET /messages'>['items'][number];
type Owners = ReturnType<typeof useOwners>;

const show = (caseNo?: string, cursor?: string): string =>
  hrefOf('/meddelanden', undefined, { arende: caseNo, efter: cursor });

function ThreadRow({ row, nameOf }: { readonly row: Row; readonly nameOf: Owners }) {
  const { messages } = useWords();
  const { threadId, title, caseNo, isNotice, unread, lastAt } = row;
  const withWhom = isNotice ? messages.system : messages.withWhom(row.with.map(nameOf).join(', '));
  return (
    <li class="task">
      <div class="task-what">
        <h2 class="thread-title">
          <a class="ds-link" href={hrefOf('/meddelanden/:threadId', { threadId })}>
            {title}
          </a>
        </h2>
        <p class="soft">{[caseNo && messages.about(caseNo), withWhom].filter(Boolean).join(' · ')}</p>
      </div>
      <p class="task-when">
        {unread > 0 ? <Tag tone="info">{messages.unread(unread)}</Tag> : undefined}
        <time class="soft" dateTime={lastAt}>
          {dateTime(lastAt)}
        </time>
      </p>
    </li>
  );
}

/** One case's threads at a time, by its number. */
function CaseFilter({ caseNo }: { readonly caseNo: string }) {
  const { messages } = useWords();
  const [wanted, setWanted] = useState(caseNo);
  function find(event: Event) {
    event.preventDefault();
    goTo(show(wanted.trim()), 'replace');
  }
  return (
    <form class="filters" onSubmit={find}>
      <TextField type="search" width="medium" label={messages.caseNo} value={wanted} onValue={setWanted} />
      <Button type="submit">{messages.find}</Button>
      {caseNo === '' ? undefined : (
        <ButtonLink look="tertiary" href={show()}>
          {messages.all}
        </ButtonLink>
      )}
    </form>
  );
}

/** What has been said to one's unit and by it, the latest first; what is unread says so (page 13). */
export function InboxPage({ query }: PageProps) {
  const { messages } = useWords();
  const nameOf = useOwners();
  const caseNo = query.get('arende') ?? '';
  const cursor = query.get('efter') ?? undefined;
  const asking = useAsk('GET /messages', { query: { limit: 50, cursor, ...(caseNo === '' ? {} : { caseNo }) } });
  const unread = asking.value?.unread;
  return (
    <>
      <PageHead
        title={messages.title}
        lead={unread === undefined ? undefined : unread === 0 ? messages.allRead : messages.unread(unread)}
      >
        {mayWriteMessages() ? (
          <ButtonLink look="primary" href={hrefOf('/meddelanden/nytt', undefined, { arende: caseNo })}>
            {messages.create}
          </ButtonLink>
        ) : undefined}
      </PageHead>
      <CaseFilter key={caseNo} caseNo={caseNo} />
      <Loaded of={asking}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <p class="card nothing">{messages.none}</p>
            ) : (
              <ul class="card tasks">
                {items.map((row) => (
                  <ThreadRow key={row.threadId} row={row} nameOf={nameOf} />
                ))}
              </ul>
            )}
            <p class="buttons pages">
              {cursor === undefined ? undefined : <ButtonLink href={show(caseNo)}>{messages.newest}</ButtonLink>}
              {next === undefined ? undefined : <ButtonLink href={show(caseNo, next)}>{messages.earlier}</ButtonLink>}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}
