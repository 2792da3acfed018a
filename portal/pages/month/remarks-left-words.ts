import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said of remarks that nobody has answered where somebody signs, and nowhere else. */
export const sv = {
  own: (left: number) =>
    left === 1 ? 'En iakttagelse i raderna väntar på ditt svar' : `${left} iakttagelser i raderna väntar på ditt svar`,
  theirs: (left: number) =>
    left === 1 ? 'En iakttagelse i raderna är inte besvarad' : `${left} iakttagelser i raderna är inte besvarade`,
  ownText: 'De ändrar ingen siffra. Undertecknar du nu står de som obesvarade i rapporten.',
  theirText: 'De ändrar ingen siffra. Handläggaren svarar, helst innan sammanställningen skickas.',
  answer: 'Svara på dem',
  which: 'Vilka de är, och vem som svarar',
  worker: (name: string) => `Personal ${name}`,
};

export const en: CatalogueShape<typeof sv> = {
  own: (left) =>
    left === 1 ? 'One remark on the rows waits for your answer' : `${left} remarks on the rows wait for your answer`,
  theirs: (left) =>
    left === 1 ? 'One remark on the rows is not answered' : `${left} remarks on the rows are not answered`,
  ownText: 'They change no figure. Signed now, the report lists them as unanswered.',
  theirText: 'They change no figure. The officer answers, best before the statement is sent.',
  answer: 'Answer them',
  which: 'Which they are, and who answers',
  worker: (name) => `Worker ${name}`,
};
