import { useOwnWords, useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Notice } from '../../parts/notice.tsx';
import { en, sv } from './remarks-left-words.ts';

/** So many are listed; the title says how many there are. */
const mostListed = 50;

/**
 * Before a signature: what of that which was seen in the rows nobody has answered. To the officer with the way to it, to
 * the head with whose it is.
 */
export function RemarksLeft({
  of,
  to,
}: {
  readonly of: { readonly month: string; readonly providerId: string };
  readonly to: 'officer' | 'head';
}) {
  const say = useOwnWords(sv, en);
  const { month } = useWords();
  const { value } = useAsk('GET /months/{month}/providers/{providerId}/remarks', { path: of });
  const left = (value?.items ?? []).filter(({ answer }) => answer === undefined);
  if (!value || left.length === 0) return null;
  const nameOf = (id: string) => value.officers[id] ?? id;
  return (
    <Notice tone="warning" title={to === 'officer' ? say.own(left.length) : say.theirs(left.length)}>
      <p>{to === 'officer' ? say.ownText : say.theirText}</p>
      {to === 'officer' ? (
        <p>
          <a class="ds-link" href={hrefOf('/manad/:month/:providerId', of)}>
            {say.answer}
          </a>
        </p>
      ) : (
        <details>
          <summary>{say.which}</summary>
          <ul>
            {left.slice(0, mostListed).map(({ id, caseNo, worker, text, owners }) => (
              <li key={id}>
                {caseNo ? `${month.columns.caseNo} ${caseNo}: ` : worker ? `${say.worker(worker)}: ` : ''}
                {text} <b>{owners.map(nameOf).join(', ')}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}
