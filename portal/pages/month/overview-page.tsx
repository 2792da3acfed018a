import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { MonthPicker } from './month-picker.tsx';
import { MonthOverview } from './overview.tsx';

/** The month over all providers. */
export function OverviewPage({ params: { month } }: PageProps<'/manad/:month'>) {
  const { month: words, fees, overview } = useWords();
  const role = activeRole();
  const isAdministrator = role === 'administrator';
  return (
    <>
      <PageHead title={words.overMonth(monthName(month))} lead={isAdministrator ? overview.administrators : undefined}>
        <MonthPicker month={month} />
      </PageHead>
      <MonthOverview month={month} />
      <p>
        <a class="ds-link" href={hrefOf('/manad/:month/stickprov', { month })}>
          {words.sample}
        </a>
      </p>
      {role === 'officer' ? undefined : (
        <>
          <p>
            <a class="ds-link" href={hrefOf('/manad/:month/nyckeltal', { month })}>
              {words.figures}
            </a>
          </p>
          <p>
            <a class="ds-link" href={hrefOf('/administration/:room', { room: 'ej-verkstallda' })}>
              {fees.figures.unexecuted.title}
            </a>
          </p>
        </>
      )}
      {isAdministrator ? (
        <p>
          <a class="ds-link" href={hrefOf('/papper')}>
            {overview.filePaper}
          </a>
        </p>
      ) : undefined}
    </>
  );
}
