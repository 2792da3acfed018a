import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { hasRead } from '../../app/inbox.ts';
import { useWords } from '../../app/language.ts';
import type { PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useStaff } from '../../app/use-staff.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { session } from '../../sign-in/session.ts';
import { mayWriteMessages } from './may-write.ts';
import { ReplyForm } from './reply-form.tsx';
import { useOwners } from './use-owners.ts';

/** A line of a notice that leads to a page here: `Öppna bytet: https://…/#/byten/1`. */
const leading = /^(.+?):? \S+?\/(#\/\S*)$/;

/** What was said, line by line. What the system tells may lead on: its line is the link. */
function WordsOf({ text, isNotice }: { readonly text: string; readonly isNotice: boolean }) {
  if (!isNotice) return <p class="written">{text}</p>;
  return (
    <>
      {text.split('\n').map((line, index) => {
        const [, words, href] = leading.exec(line) ?? [];
        return (
          <p key={`${index} ${line}`} lang="sv">
            {href === undefined ? (
              line
            ) : (
              <a class="ds-link" href={href}>
                {words}
              </a>
            )}
          </p>
        );
      })}
    </>
  );
}

type Thread = AnswerOf<'GET /messages/{threadId}'>;

/** How many of a thread's messages are told at a time. */
const pageSize = 100;

/** The last ones of the others' are those that have not been read. */
function freshIn({ items, unread }: Thread): ReadonlySet<string> {
  const theirs = items.filter(({ mine }) => !mine);
  return new Set(theirs.slice(Math.max(0, theirs.length - unread)).map(({ id }) => id));
}

function Messages({ thread, fresh }: { readonly thread: Thread; readonly fresh: ReadonlySet<string> }) {
  const { messages } = useWords();
  const nameOf = useOwners();
  const whoIs = useStaff();
  const me = session.get().me?.userId;
  const whoOf = ({ owner, userId }: Thread['items'][number]['from']) => {
    if (userId === me) return messages.you;
    const unit = nameOf(owner);
    return owner.startsWith('provider:') || owner === 'head' ? `${whoIs(userId)}, ${unit}` : unit;
  };
  return (
    <ol class="messages">
      {thread.items.map(({ id, at, from, mine, text }) => (
        <li key={id} class="card" data-mine={mine || undefined}>
          <p class="soft">
            <b>{whoOf(from)}</b> · <time dateTime={at}>{dateTime(at)}</time>{' '}
            {fresh.has(id) ? <Tag tone="info">{messages.fresh}</Tag> : undefined}
          </p>
          <WordsOf text={text} isNotice={thread.isNotice} />
        </li>
      ))}
    </ol>
  );
}

/** A conversation, the earliest first. Opening it reads it, for the whole unit; what was new then says so. */
export function ThreadPage({ params: path, query }: PageProps<'/meddelanden/:threadId'>) {
  const { messages } = useWords();
  const nameOf = useOwners();
  const cursor = query.get('efter') ?? undefined;
  const asking = useAsk('GET /messages/{threadId}', { path, query: { limit: pageSize, cursor } });
  const [isSent, setSent] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const thread = asking.value;
  const isUnread = (thread?.unread ?? 0) > 0 && thread?.next === undefined;
  // It stays told as new for as long as the page is open, though it has been read by then.
  const fresh = useRef<ReadonlySet<string>>(new Set());
  if (thread && isUnread) fresh.current = freshIn(thread);
  useEffect(() => {
    if (!isUnread) return;
    // What could not be marked as read is still unread, and is marked the next time that it is opened.
    ask('POST /messages/{threadId}/reading', { path }).then(hasRead);
  }, [thread]);
  function onSent() {
    setSent(true);
    asking.again();
    setTimeout(() => told.current?.focus());
  }
  const about = thread && [
    thread.caseNo && messages.about(thread.caseNo),
    thread.isNotice ? messages.system : messages.withWhom(thread.with.map(nameOf).join(', ')),
  ];
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/meddelanden">
          {messages.all}
        </a>
      </p>
      <PageHead title={thread?.title ?? messages.thread} lead={about?.filter(Boolean).join(' · ')} />
      <Loaded of={asking}>
        {(shown) => (
          <div class="thread">
            <Messages thread={shown} fresh={fresh.current} />
            {shown.next === undefined ? undefined : (
              <ButtonLink href={`#/meddelanden/${path.threadId}?efter=${shown.next}`}>{messages.more}</ButtonLink>
            )}
            <div ref={told} tabIndex={-1}>
              {isSent ? <Notice tone="success" title={messages.sent} aloud /> : undefined}
            </div>
            {shown.isNotice ? (
              <p class="soft">{messages.noReply}</p>
            ) : mayWriteMessages() ? (
              <section class="card">
                <h2>{messages.reply}</h2>
                <ReplyForm threadId={path.threadId} onSent={onSent} again={asking.again} />
              </section>
            ) : undefined}
          </div>
        )}
      </Loaded>
    </>
  );
}
