/**
 * Histories that do not come out right yet, each with what is missing. The list only shrinks: one that comes out right
 * must be taken off it.
 */
export const notYet: Readonly<Record<string, string>> = {
  'between/04-dead-before-the-first-visit.json': 'a line on which nothing was submitted still asks for the customer',
  'between/05-read-in-and-living.json': 'reading in makes no orders',
  'between/06-read-in-again.json': 'planImport, getImport and runImport do not exist',
  'between/07-nobody-tells-the-provider.json': 'an order that nobody has told of is nobody’s task',
  'between/08-urgent-without-a-time.json': 'an urgent order without a time has no limit',
  'between/09-the-wrong-provider.json': 'withdrawOrder does not exist',
  'between/10-an-answer-tells-the-truth.json': 'a last day that is moved ahead is not kept',
  'between/11-one-person-two-cases.json': 'a death reaches one case alone',
  'between/12-what-the-fee-officer-gets.json': 'the fee officer gets no lines and no messages',
  'between/14-no-rule-of-another-municipality.json': 'the leaving provider becomes late by L-53',
};
