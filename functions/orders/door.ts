/** What switches, a provider's end and purchases may ask of orders: to give, change and take care, and the values that go with it. Nothing else of this capability is known to others. */
export { arrangementOf } from './arrangement.ts';
export { assigned, assignmentOf, changeCare, endCare, giveCare, lastDayLetter, takeCareBack } from './care-step.ts';
export { endBy, outlivedBy } from './ending/ending.ts';
export { documentationOwed } from './limits/document-deadlines.ts';
export { notifyNurses } from './nurses-step.ts';
export { followUp } from './papers/follow-up.ts';
export { hasService, uncatalogued } from './placing/catalogue.ts';
export { orderOf, startClock } from './placing/new-order.ts';
export { changeReadIn, type WantedCare } from './reading-in/change-step.ts';
export { readInCase } from './reading-in/read-in-step.ts';
export type { DeclinedVisit } from './reports/declined-visit.ts';
export { keepHandedInDeclines } from './reports/keep-declines-step.ts';
export { keepHandedInFacts } from './reports/keep-facts-step.ts';
export type { FormFact } from './reports/told-fact.ts';
export { type Split, splitAssignments } from './split-assignments.ts';
export { whileCaseAlive } from './steps/alive-step.ts';
export { acceptsStated, StatedChange } from './steps/stated-change.ts';
export { statedWords, unlessStated } from './steps/stated-guard-step.ts';
