import type { CatalogueShape } from '../catalogue-shape.ts';
import type { tasks as sv } from '../sv/tasks.ts';

export const tasks: CatalogueShape<typeof sv> = {
  title: 'Tasks',
  now: (date) => `Today is ${date}.`,
  lateHeading: 'Late',
  dueHeading: 'To do',
  laterHeading: 'Later',
  doneHeading: 'Done',
  nothingDue: 'Nothing is waiting for you right now.',
  soft: 'should',
  order: (caseNo) => `Case ${caseNo}`,
  month: (month, provider) => `${month}, ${provider}`,
  letter: 'Letter',
};
