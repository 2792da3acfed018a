import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said where something was seen in a month's rows, and nowhere else. */
export const sv = {
  title: (left: number) =>
    left === 0
      ? 'Det som märktes i raderna är besvarat'
      : left === 1
        ? 'En iakttagelse i raderna väntar på ditt svar'
        : `${left} iakttagelser i raderna väntar på ditt svar`,
  text: 'De ändrar ingen siffra. Svara innan sammanställningen skickas.',
  lateText: 'De ändrar ingen siffra. Sammanställningen är skickad, men de ska besvaras ändå.',
  rows: (rows: readonly number[]) => (rows.length === 0 ? '' : `Rad ${rows.join(', ')}`),
  more: (count: number) => ` och ${count} till`,
  worker: (name: string) => `Personal ${name}`,
  month: 'Hela månaden',
  pick: 'Välj minst en.',
  kind: 'Vad har du kommit fram till?',
  kinds: { EXPLAINED: 'Det finns en förklaring', ACTED_ON: 'Jag har bedömt raderna efter det' },
  kindMissing: 'Välj vad du har kommit fram till.',
  comment: 'Svar',
  commentHint: 'Stannar i kommunen. Skriv inga namn eller personnummer.',
  save: (count: number) => (count === 1 ? 'Besvara den valda' : `Besvara de ${count} valda`),
  all: 'Välj alla',
};

export const en: CatalogueShape<typeof sv> = {
  title: (left) =>
    left === 0
      ? 'What was seen in the rows is answered'
      : left === 1
        ? 'One remark on the rows waits for your answer'
        : `${left} remarks on the rows wait for your answer`,
  text: 'They change no figure. Answer before the statement is sent.',
  lateText: 'They change no figure. The statement has been sent, but they are to be answered all the same.',
  rows: (rows) => (rows.length === 0 ? '' : `Row ${rows.join(', ')}`),
  more: (count) => ` and ${count} more`,
  worker: (name) => `Worker ${name}`,
  month: 'The whole month',
  pick: 'Choose at least one.',
  kind: 'What have you found?',
  kinds: { EXPLAINED: 'There is an explanation', ACTED_ON: 'I have decided the lines by it' },
  kindMissing: 'Choose what you have found.',
  comment: 'Answer',
  commentHint: 'Stays in the municipality. Write no names or personal numbers.',
  save: (count) => (count === 1 ? 'Answer the chosen one' : `Answer the ${count} chosen`),
  all: 'Choose all',
};
