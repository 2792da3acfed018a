import { useEffect } from 'preact/hooks';
import { wallDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { monthBeside } from './lines.ts';

/** The month that is being settled now: the one before today's, by the API's clock. */
export function LatestPage() {
  const { shell } = useWords();
  const asking = useAsk('GET /tasks');
  const now = asking.value?.now;
  useEffect(() => {
    if (now === undefined) return;
    const month = { month: monthBeside(wallDate(now).slice(0, 7), -1) };
    // The economist follows the month in figures, and has no other part in it.
    const isFigures = activeRole() === 'economist';
    goTo(isFigures ? hrefOf('/manad/:month/nyckeltal', month) : hrefOf('/manad/:month', month), 'replace');
  }, [now]);
  return (
    <>
      <PageHead title={shell.nav.month} />
      <Loaded of={asking}>{() => undefined}</Loaded>
    </>
  );
}
