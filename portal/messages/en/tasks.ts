import type { CatalogueShape } from '../catalogue-shape.ts';
import type { tasks as sv } from '../sv/tasks.ts';

export const tasks: CatalogueShape<typeof sv> = {
  title: 'Tasks',
  now: (date) => `Today is ${date}.`,
  lateHeading: 'Late',
  dueHeading: 'To do',
  laterHeading: 'Later',
  doneHeading: 'Done',
  nextDate: (date, what) => `The next date of the month: ${date}, ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
  progress: (done, all) => `${done} of ${all} done`,
  waiting: (count) => (count === 1 ? '1 question waits for its answer' : `${count} questions wait for an answer`),
  answered: (count) => (count === 1 ? '1 answer to decide with' : `${count} answers to decide with`),
  readAnswers: (count) => (count === 1 ? 'An answer to your question' : `Answers to ${count} of your questions`),
  answerQuestions: (count) =>
    count === 1 ? 'Answer the officer’s question' : `Answer ${count} questions from the officers`,
  nothingDue: 'Nothing is waiting for you right now.',
  soft: 'should',
  order: (caseNo) => `Case ${caseNo}`,
  month: (month, provider) => `${month}, ${provider}`,
  letter: 'Letter',
};
