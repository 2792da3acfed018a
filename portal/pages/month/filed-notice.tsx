import { useOwnWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { en as closedEn, sv as closedSv } from './closed-words.ts';
import { en, sv } from './filed-words.ts';

type Props = {
  readonly because: 'report-signed' | 'statement-sent';
  /** It has been signed: what happened, and not what is going to. */
  readonly isDone?: boolean;
};

/** That what is handed in comes too late to be taken in, and what happens to it: before the signature and after it (A30). */
export function FiledNotice({ because, isDone = false }: Props) {
  const after = useOwnWords(sv, en);
  const before = useOwnWords(closedSv, closedEn);
  const isStated = because === 'statement-sent';
  return isDone ? (
    <Notice tone="warning" title={after.title}>
      <p>{after[because]}</p>
    </Notice>
  ) : (
    <Notice tone="warning" title={isStated ? before.late : before.waits}>
      <p>{isStated ? before.lateText : before.waitsText}</p>
    </Notice>
  );
}
