import { hrefOf } from '../../app/router.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { useNameWords } from './name-words.ts';
import type { ListName, useNames } from './use-names.ts';

/** A customer in a list, and the way to their page; somebody protected is said to be, and not named. */
export function NameCell({ caseNo, of }: { readonly caseNo: string; readonly of: ListName | undefined }) {
  const words = useNameWords();
  const text = of?.protected ? words.hidden : of?.name;
  if (text === undefined) return null;
  return (
    <a class="ds-link" href={hrefOf('/kunder/:caseNo', { caseNo })}>
      {text}
    </a>
  );
}

/** The press that asks for the names of a list; it says that they are read. */
export function ShowNames({ of }: { readonly of: ReturnType<typeof useNames> }) {
  const words = useNameWords();
  if (of.failure) return <FailureNotice failure={of.failure} />;
  if (!of.mayRead || of.isShown) return null;
  return (
    <p class="show-names">
      <Button onClick={of.show}>{words.show}</Button> <span class="soft">{words.showText}</span>
    </p>
  );
}
