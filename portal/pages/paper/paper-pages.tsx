import { useOwnWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { FilePaper } from './file-paper.tsx';
import { en, sv } from './paper-words.ts';
import { PapersOfMonth } from './papers-of-month.tsx';

const KeyPaper = lazily(async () => (await import('./key-paper.tsx')).KeyPaper);

/** Paper: what is to be filed, what has come of a month, or one of them to be keyed; three paths lead here. */
export function PaperPages({ params }: { readonly params: unknown }) {
  const words = useOwnWords(sv, en);
  const { month, providerId, paperId } = (params ?? {}) as Readonly<Record<string, string | undefined>>;
  if (month !== undefined && providerId !== undefined)
    return paperId === undefined ? (
      <PapersOfMonth of={{ month, providerId }} />
    ) : (
      <KeyPaper key={paperId} of={{ month, providerId, paperId }} />
    );
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <FilePaper />
    </>
  );
}
