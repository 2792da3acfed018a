import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Notice } from '../../parts/notice.tsx';
import { monthBeside } from './lines.ts';
import { en, sv } from './undecided-words.ts';

type Of = { readonly month: string; readonly providerId: string };
type Waiting = { readonly month: string; readonly caseNos: readonly string[] };

/** So far back it is looked; what is older has been somebody's late task for half a year. */
const monthsBack = 6;
/** So many cases are named of a month. */
const most = 20;

/** What waits of one month, if it is stated; undefined where it cannot be said. */
async function waitingIn(month: string, providerId: string): Promise<Waiting | undefined> {
  const months = await ask('GET /months/{month}', { path: { month } });
  const isStated =
    months.ok && months.value.items.some((one) => one.providerId === providerId && one.state === 'stated');
  if (!isStated) return undefined;
  const outcome = await ask('GET /months/{month}/providers/{providerId}/adjustments', { path: { month, providerId } });
  if (!outcome.ok || outcome.value.proposed.length === 0) return undefined;
  return { month, caseNos: outcome.value.proposed.map(({ caseNo }) => caseNo) };
}

/** Before an officer signs: what of earlier months she has not decided, and does not sign with this report (After the close). */
export function UndecidedAdjustments({ of: { month, providerId } }: { readonly of: Of }) {
  const own = useOwnWords(sv, en);
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  useEffect(() => {
    const earlier = Array.from({ length: monthsBack }, (_, back) => monthBeside(month, -1 - back));
    Promise.all(earlier.map((one) => waitingIn(one, providerId))).then((found) =>
      setWaiting(found.flatMap((one) => one ?? [])),
    );
  }, [month, providerId]);
  if (waiting.length === 0) return null;
  return (
    <Notice tone="warning" title={own.title} aloud>
      <ul>
        {waiting.map((one) => (
          <li key={one.month}>
            <a class="ds-link" href={hrefOf('/manad/:month/:providerId/justeringar', { month: one.month, providerId })}>
              {monthName(one.month)}
            </a>
            : {one.caseNos.slice(0, most).join(', ')}
            {one.caseNos.length > most ? ` ${own.more(one.caseNos.length - most)}` : ''}
          </li>
        ))}
      </ul>
      <p>{own.text}</p>
    </Notice>
  );
}
