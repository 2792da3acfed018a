import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useOwners } from '../messages/use-owners.ts';

type Item = AnswerOf<'GET /cases/{caseNo}/correspondence'>['items'][number];

const isOwner = (from: string): boolean => /^(?:officer|provider|unit):|^system$|^head$/.test(from);

/** How far it came, what it said, and where it is read whole. */
function More({ of: { way, id, threadId, text, words: state } }: { readonly of: Item }) {
  const { mail } = useWords();
  const [href, open] =
    way === 'in'
      ? [hrefOf('/epost/:mailId', { mailId: id }), mail.openMail]
      : threadId === undefined
        ? []
        : [hrefOf('/meddelanden/:threadId', { threadId }), mail.openThread];
  return (
    <>
      {text === undefined || text === '' ? undefined : <blockquote class="mail-text written">{text}</blockquote>}
      <p>
        {way === 'inside' ? undefined : <Tag>{state}</Tag>}{' '}
        {href === undefined ? undefined : (
          <a class="ds-link" href={href}>
            {open}
          </a>
        )}
      </p>
    </>
  );
}

/** A page of it, and the pages before, the newest first. */
function Page({ caseNo, before }: { readonly caseNo: string; readonly before?: string }) {
  const { mail } = useWords();
  const nameOf = useOwners();
  const [isMore, setMore] = useState(false);
  const asking = useAsk('GET /cases/{caseNo}/correspondence', { path: { caseNo }, query: { limit: 20, before } });
  return (
    <Loaded of={asking}>
      {({ items, next }) => (
        <>
          {items.length === 0 && before === undefined ? <p class="soft">{mail.correspondenceNone}</p> : undefined}
          <Timeline
            happenings={items.map((item) => ({
              at: item.at,
              title: [mail.ways[item.way], item.title].filter(Boolean).join(': '),
              by: item.to ? mail.to(item.to) : item.from && mail.by(isOwner(item.from) ? nameOf(item.from) : item.from),
              more: <More of={item} />,
            }))}
          />
          {next === undefined ? undefined : isMore ? (
            <Page caseNo={caseNo} before={next} />
          ) : (
            <Button onClick={() => setMore(true)}>{mail.correspondenceMore}</Button>
          )}
        </>
      )}
    </Loaded>
  );
}

/** What was said about a case by mail and inside the system, in one order. */
export function Correspondence({ caseNo }: { readonly caseNo: string }) {
  const { mail } = useWords();
  return (
    <section class="card correspondence">
      <h2>{mail.correspondence}</h2>
      <Page caseNo={caseNo} />
    </section>
  );
}
