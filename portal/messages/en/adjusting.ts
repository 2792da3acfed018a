import type { CatalogueShape } from '../catalogue-shape.ts';
import type { adjusting as sv } from '../sv/adjusting.ts';

export const adjusting: CatalogueShape<typeof sv> = {
  title: 'Adjustments',
  lead: (name, month) => `${name}, ${month}`,
  text: 'The month has been stated. What has been found out since is shown here: what it means in time and kronor, and why. You decide each row. It goes with your next report and that month’s statement.',
  nothing: 'Nothing has been found out that changes the month.',
  proposed: 'To be decided',
  decided: 'Adjustments decided',
  was: 'As stated',
  now: 'Becomes',
  difference: 'Difference',
  why: 'Why',
  notProposed: 'Somebody had judged this time. Nothing is proposed: say the time that is to hold.',
  minutes: 'Time that is to hold for the case, the whole month',
  comment: 'Comment',
  commentHint: 'Stands in the report and in the statement. No names.',
  decide: 'Decide the adjustment',
  back: 'Back to the month',
  states: { decided: 'Goes with the next report', dropped: '', reported: 'In the report', stated: 'In the statement' },
  facts: {
    DEATH: 'death',
    HOSPITAL: 'hospital stay',
    ABSENCE: 'absence',
    SERVICES: 'granted time changed',
    CASE_DATES: 'days changed',
    REPORT: 'time report corrected',
    FORM: 'deviation form corrected',
    HANDED_IN: 'handed in afterwards',
    DECISION: 'decision corrected',
  },
};
