import type { Failure } from '../../api/outcome.ts';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';

/** The act reaches back into a month whose statement has been sent: it is taken by who says yes to what it means. */
export const reachesBack = ({ code }: { readonly code: string }): boolean => code === 'month-stated';

/** What it means for each month that has been stated, and the press that says yes to it. */
export function StatedNotice({ failure, onAccept }: { readonly failure: Failure; readonly onAccept: () => void }) {
  const { parts } = useWords();
  return (
    <Notice tone="warning" title={failure.title} aloud>
      <ul lang="sv">
        {failure.faults.map(({ at, message }) => (
          <li key={at}>{message}</li>
        ))}
      </ul>
      <Button onClick={onAccept}>{parts.acceptStated}</Button>
    </Notice>
  );
}
