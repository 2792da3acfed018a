/** What others may ask of people. Nothing else of this capability is known to others. */
export { isAnyDead } from './customers/load-care.ts';
export { casesOfPerson } from './customers/load-cases-of-person.ts';
export { knownOf } from './customers/load-known.ts';
export { type WrittenIn, writingIn } from './customers/writing-in-step.ts';
export { accessLogged } from './logs/access-step.ts';
export { ReadingReason } from './search/searching.ts';
export { widened } from './staff/staffing.ts';
