import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { hasRead } from '../../app/inbox.ts';
import { useOwnWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { nurse as en } from '../../messages/en/nurse.ts';
import { nurse as sv } from '../../messages/sv/nurse.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ActForm } from '../orders/act-form.tsx';

type Row = AnswerOf<'GET /messages'>['items'][number];

/** How many of the latest notices are told whole; the rest are among the messages. */
const atMost = 20;

/** What a notice says, up to its way on: the nurses have no other pages, and what follows is about mail. */
function saidIn(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const way = lines.findIndex((line) => line.includes('://'));
  return way < 0 ? lines : lines.slice(0, way);
}

/** One notice whole, for it is short; what is new stands out until somebody has read it. */
function NoticeRow({ row, again }: { readonly row: Row; readonly again: () => void }) {
  const nurse = useOwnWords(sv, en);
  const { threadId, title, unread, lastAt } = row;
  const path = { threadId };
  const asking = useAsk('GET /messages/{threadId}', { path, query: { limit: 100 } });
  return (
    <li class="task">
      <div class="task-what" lang="sv">
        <h2 class="thread-title">{title}</h2>
        <Loaded of={asking}>
          {({ items }) => saidIn(items.at(-1)?.text ?? '').map((line) => <p key={line}>{line}</p>)}
        </Loaded>
      </div>
      <div class="task-when">
        {unread > 0 ? <Tag tone="info">{nurse.fresh}</Tag> : undefined}
        <time class="soft" dateTime={lastAt}>
          {dateTime(lastAt)}
        </time>
        {unread > 0 ? (
          <ActForm
            id={`read-${threadId}`}
            body={{}}
            act={(key) => ask('POST /messages/{threadId}/reading', { path }, { key })}
            onDone={() => {
              hasRead();
              again();
            }}
            onConflict={again}
            again={again}
            submit={nurse.read}
          />
        ) : undefined}
      </div>
    </li>
  );
}

/** Home nursing's start page: what has changed for those who are enrolled there (S-10, S-11, S-58, S-59). */
export function NursePage() {
  const nurse = useOwnWords(sv, en);
  const asking = useAsk('GET /messages', { query: { limit: atMost } });
  return (
    <>
      <PageHead title={nurse.title} lead={nurse.lead} />
      <Loaded of={asking}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <p class="card nothing">{nurse.none}</p>
            ) : (
              <ul class="card tasks">
                {items.map((row) => (
                  <NoticeRow key={`${row.threadId} ${row.lastAt}`} row={row} again={asking.again} />
                ))}
              </ul>
            )}
            {next === undefined ? undefined : <ButtonLink href="#/meddelanden">{nurse.all}</ButtonLink>}
          </>
        )}
      </Loaded>
    </>
  );
}
