import { dateTime, longDate, monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { DataTable } from '../../parts/table.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { en, sv } from './paper-words.ts';

/** What has come on paper of a provider's month, the newest first. */
export function PapersOfMonth({ of }: { readonly of: { readonly month: string; readonly providerId: string } }) {
  const words = useOwnWords(sv, en);
  const nameOf = useProviders();
  const asking = useAsk('GET /months/{month}/providers/{providerId}/paper', { path: of });
  const title = words.titleOf(monthName(of.month));
  return (
    <>
      <PageHead title={title} lead={nameOf(of.providerId)} />
      <Loaded of={asking}>
        {({ papers }) => (
          <DataTable
            caption={title}
            captionHidden
            rows={papers}
            keyOf={({ id }) => id}
            empty={words.none}
            columns={[
              {
                id: 'paper',
                name: words.arrivedOn,
                cell: ({ id, arrivedOn }) => (
                  <a class="ds-link" href={hrefOf('/papper/:month/:providerId/:paperId', { ...of, paperId: id })}>
                    {words.opens(longDate(arrivedOn))}
                  </a>
                ),
              },
              { id: 'state', name: words.state, cell: ({ state }) => words.states[state] },
              { id: 'pages', name: words.pages, figure: true, cell: ({ pages }) => pages },
              { id: 'filed', name: words.filedAt, cell: ({ filedAt }) => dateTime(filedAt) },
            ]}
          />
        )}
      </Loaded>
      {activeRole() === 'administrator' ? <ButtonLink href={hrefOf('/papper')}>{words.file}</ButtonLink> : undefined}
    </>
  );
}
