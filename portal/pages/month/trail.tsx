import { tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import type { TrailEntryShown } from './lines.ts';

/** Why each minute is paid or not, in the routine's own language, with the rule and the row it rests on. */
export function Trail({ entries }: { readonly entries: readonly TrailEntryShown[] }) {
  const { month } = useWords();
  if (entries.length === 0) return <p class="soft">{month.whyNone}</p>;
  return (
    <ol class="trail" lang="sv">
      {entries.map(({ minutes, outcome, rule, text, row, rows }, index) => {
        const isPaid = outcome === 'PAID' || minutes === 0;
        return (
          <li key={`${index} ${row}`} data-unpaid={isPaid ? undefined : 'true'}>
            <b>{tight(isPaid ? minutes : -minutes)}</b>
            <span>
              {text}{' '}
              <small class="soft">
                {rule}
                {row === undefined ? undefined : ` · ${month.row(row)}`}
                {rows === undefined || rows === 0 ? undefined : ` · ${month.rows(rows)}`}
              </small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
