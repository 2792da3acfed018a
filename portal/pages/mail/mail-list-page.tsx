import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { MailTag } from './mail-tag.tsx';

type Row = AnswerOf<'GET /mail'>['items'][number];
type List = 'waiting' | 'decided';

const show = (list: List, cursor?: string): string =>
  hrefOf('/epost', undefined, { visa: list === 'decided' ? 'avgjorda' : undefined, efter: cursor });

function MailRow({ row }: { readonly row: Row }) {
  const { mail } = useWords();
  const { mailId, subject, claims, caseNo, isProven, why, state, receivedAt } = row;
  return (
    <li class="task">
      <div class="task-what">
        <h2 class="thread-title">
          <a class="ds-link" href={hrefOf('/epost/:mailId', { mailId })}>
            {subject || mail.noSubject}
          </a>
        </h2>
        <p class="soft written">
          {[claims && (isProven ? mail.provenFrom(claims) : mail.from(claims)), caseNo && mail.about(caseNo)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {why === undefined ? undefined : <p>{why}</p>}
      </div>
      <p class="task-when">
        <MailTag state={state} />
        <time class="soft" dateTime={receivedAt}>
          {dateTime(receivedAt)}
        </time>
      </p>
    </li>
  );
}

/** The mail that waits for a decision of one's own, or has got one; of the head, everybody's. */
export function MailListPage({ query }: PageProps) {
  const { mail } = useWords();
  const list: List = query.get('visa') === 'avgjorda' ? 'decided' : 'waiting';
  const cursor = query.get('efter') ?? undefined;
  const asking = useAsk('GET /mail', { query: { state: list, limit: 50, cursor } });
  const other = list === 'waiting' ? 'decided' : 'waiting';
  return (
    <>
      <PageHead title={mail.title} lead={list === 'waiting' ? mail.lead : mail.leadDecided}>
        <ButtonLink href={show(other)}>{mail[other]}</ButtonLink>
      </PageHead>
      <Loaded of={asking}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <p class="card nothing">{list === 'waiting' ? mail.noneWaiting : mail.noneDecided}</p>
            ) : (
              <ul class="card tasks">
                {items.map((row) => (
                  <MailRow key={row.mailId} row={row} />
                ))}
              </ul>
            )}
            <p class="buttons pages">
              {cursor === undefined ? undefined : <ButtonLink href={show(list)}>{mail.newest}</ButtonLink>}
              {next === undefined ? undefined : <ButtonLink href={show(list, next)}>{mail.earlier}</ButtonLink>}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}
