import type { Fault } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Why } from '../../../shared/domain/why.ts';
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
export function takenNumberFaults(hits: readonly Hit[], caller: Caller, language: string): readonly Fault[] {
  const cases = namesOf(hits, caller);
  const code = 'personnummer-taken';
  return [
    {
      at: 'body.customer.personnummer',
      code,
      ...(cases.length > 0
        ? {
            message: `${sentence(code, language)} ${sentence('personnummer-taken-in', language, { cases: cases.join(', ') })}`,
          }
        : {}),
    },
  ];
}
