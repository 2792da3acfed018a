import type { Caller } from '../../../shared/domain/roles.ts';
import type { Warning, Why } from '../../../shared/domain/why.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { type Hit, shownTo } from '../search/searching.ts';

/** The cases that the caller may hear of, of somebody whose number is known: of one who is protected only their own. */
const namesOf = (hits: readonly Hit[], caller: Caller): readonly string[] =>
  shownTo(hits, caller).map(({ caseNo }) => caseNo);

/** A second case for a known number is allowed, and said (A73). */
export function samePersonRemarks(hits: readonly Hit[], caller: Caller, language: string): readonly Why[] {
  const cases = namesOf(hits, caller);
  return cases.length === 0
    ? []
    : [{ rule: 'A73', text: sentence('person-has-cases', language, { cases: cases.join(', ') }) }];
}

/** Two people cannot have one number: it is a slip, or the same person under another name, which somebody must say. */
export function takenNumberWarning(hits: readonly Hit[], caller: Caller, language: string): Warning {
  const cases = namesOf(hits, caller).join(', ');
  const where = cases === '' ? '' : ` ${sentence('personnummer-taken-in', language, { cases })}`;
  return { rule: 'A73', code: 'number-of-another', text: `${sentence('personnummer-taken', language)}${where}` };
}
