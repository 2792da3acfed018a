export const tasks = {
  title: 'Uppgifter',
  now: (date: string) => `I dag är det ${date}.`,
  lateHeading: 'Försenat',
  dueHeading: 'Att göra',
  laterHeading: 'Längre fram',
  doneHeading: 'Klart',
  nextDate: (date: string, what: string) =>
    `Månadens nästa datum: ${date}, ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
  progress: (done: number, all: number) => `${done} av ${all} klara`,
  waiting: (count: number) => (count === 1 ? '1 fråga väntar på svar' : `${count} frågor väntar på svar`),
  answered: (count: number) => (count === 1 ? '1 svar att bedöma' : `${count} svar att bedöma`),
  readAnswers: (count: number) => (count === 1 ? 'Svar på din fråga' : `Svar på ${count} av dina frågor`),
  answerQuestions: (count: number) =>
    count === 1 ? 'Svara på handläggarens fråga' : `Svara på ${count} frågor från handläggarna`,
  nothingDue: 'Inget väntar på dig just nu.',
  soft: 'bör',
  order: (caseNo: string) => `Ärende ${caseNo}`,
  month: (month: string, provider: string) => `${month}, ${provider}`,
  letter: 'Mejl',
};
