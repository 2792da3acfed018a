import { useWords } from '../../app/language.ts';
import type { LineShown, MonthView } from './lines.ts';

type Props = { readonly line: LineShown; readonly file: MonthView['file'] };

/** So many rows as somebody looks up by hand. */
const most = 10;

/** Where in the provider's file a faulty basis is wrong: the rows with its faults, and whether others' are among them. */
export function FaultyRows({ line: { caseNo, proposal }, file }: Props) {
  const { month, reconcile } = useWords();
  const errors = (file?.errors ?? []).filter(({ code }) => proposal.faults.includes(code));
  // A sum that is missing has no row; its sentence names the case.
  const theirs = errors.filter(({ row, message }) => row !== undefined || message.includes(`(${caseNo})`));
  if (proposal.status !== 'FAULTY' || theirs.length === 0) return null;
  return (
    <section>
      <h3>{reconcile.faultyRows}</h3>
      <ul>
        {theirs.slice(0, most).map(({ file: name, row, message }) => (
          <li key={`${name} ${row} ${message}`}>
            {row === undefined ? undefined : `${month.row(row)}: `}
            <span lang="sv">{message}</span>
          </li>
        ))}
      </ul>
      {theirs.length < 2 ? undefined : <p class="soft">{reconcile.faultyOthers}</p>}
    </section>
  );
}
