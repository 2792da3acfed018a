import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { FieldError } from '../../../parts/error-summary.tsx';
import type { OrderDraft } from './order-draft.ts';

/**
 * What the register says of a case number: one of the officer's own cases, none of theirs (to whom another's and one
 * that is not there are alike), no number that a case can have, or that nobody could be asked now.
 */
export type CaseStanding = 'own' | 'none' | 'bad' | 'unsure';

/** Looks in the register, without reading about anybody: whose a case is stands in no log. */
export async function standingOf(caseNo: string): Promise<CaseStanding> {
  const found = await ask('GET /cases/{caseNo}/journal', { path: { caseNo: caseNo.trim() }, query: { limit: 1 } });
  if (found.ok) return 'own';
  if (found.kind === 'missing') return 'none';
  return found.kind === 'invalid' ? 'bad' : 'unsure';
}

/** The same while a page is shown; undefined until there is an answer. */
export function useStanding(caseNo: string): CaseStanding | undefined {
  const [standing, setStanding] = useState<CaseStanding>();
  useEffect(() => {
    let isWanted = caseNo.trim() !== '';
    setStanding(undefined);
    if (isWanted)
      standingOf(caseNo).then(
        (found) => isWanted && setStanding(found),
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [caseNo]);
  return standing;
}

type Says = Readonly<Record<'caseUnknown' | 'caseBad', string>>;

/** What is wrong with the case number: it is none, or a customer who is said to be there is not. */
export function caseNoFaults(
  standing: CaseStanding | undefined,
  { known }: OrderDraft,
  says: Says,
): readonly FieldError[] {
  const field = 'new-caseNo';
  if (standing === 'bad') return [{ field, text: says.caseBad }];
  return standing === 'none' && known !== 'no' ? [{ field, text: says.caseUnknown }] : [];
}
