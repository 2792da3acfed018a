import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { session } from '../../sign-in/session.ts';
import { ReconcilePage } from './reconcile-page.tsx';
import { StatementPage } from './statement-page.tsx';

/** One provider's month: for its officers the reconciliation, for the head the statement. */
export function OnePage(props: PageProps<'/manad/:month/:providerId'>) {
  const { month: words } = useWords();
  const { me } = useStore(session);
  const { month } = props.params;
  return (
    <>
      <p class="crumb">
        <a class="ds-link" href={hrefOf('/manad/:month', { month })}>
          {words.overview.title(monthName(month))}
        </a>
      </p>
      {me?.role === 'officer' ? <ReconcilePage {...props} /> : <StatementPage {...props} />}
    </>
  );
}
