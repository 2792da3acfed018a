import { useOwnWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Notice } from '../../parts/notice.tsx';
import type { MonthView } from './lines.ts';
import { en, sv } from './untaken-words.ts';

type Props = { readonly untaken: NonNullable<MonthView['untaken']> };

/** So many are named before the lines; each line says its own. */
const most = 20;

/** That a signed form tells of a death or a stay that nobody has taken over, so that nothing proposed here knows of it (A66). */
export function UntakenNotice({ untaken }: Props) {
  const own = useOwnWords(sv, en);
  return (
    <Notice tone="warning" title={own.title}>
      <ul>
        {untaken.slice(0, most).map(({ caseNo, orderId, kind, on, month }) => (
          <li key={`${caseNo} ${kind} ${on}`}>
            <a class="ds-link" href={hrefOf('/bestallningar/:orderId', { orderId })}>
              {own.take(caseNo)}
            </a>
            : {own.said[kind](on)} {own.form(month)}
          </li>
        ))}
      </ul>
      {untaken.length > most ? <p>{own.more(untaken.length - most)}</p> : undefined}
      <p>{own.text}</p>
    </Notice>
  );
}
