import { useWords } from '../../app/language.ts';
import type { PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Correspondence } from '../mail/correspondence.tsx';
import { worksAtProvider } from '../orders/role.ts';
import { FollowUps } from './follow-ups.tsx';
import { Papers } from './papers.tsx';

/** What lies in a case's file: the papers that have been handed in (L-02, L-53, L-55), and the follow-ups (L-56). */
export function CasePage({ params: { caseNo } }: PageProps<'/arenden/:caseNo'>) {
  const { cases } = useWords();
  const asking = useAsk('GET /cases/{caseNo}/documents', { path: { caseNo } });
  const isTheirs = worksAtProvider();
  return (
    <>
      <PageHead title={cases.title(caseNo)} lead={isTheirs ? cases.lead : cases.leadWithFollowUps} />
      <Loaded of={asking}>
        {(filed) => (
          <div class="sides">
            <div>
              <Papers caseNo={caseNo} filed={filed} />
              {isTheirs ? undefined : <Correspondence caseNo={caseNo} />}
            </div>
            <div>{isTheirs ? undefined : <FollowUps caseNo={caseNo} mayWrite={activeRole() === 'officer'} />}</div>
          </div>
        )}
      </Loaded>
    </>
  );
}
