export const tasks = {
  title: 'Uppgifter',
  now: (date: string) => `I dag är det ${date}.`,
  lateHeading: 'Försenat',
  dueHeading: 'Att göra',
  laterHeading: 'Längre fram',
  doneHeading: 'Klart',
  nothingDue: 'Inget väntar på dig just nu.',
  soft: 'bör',
  order: (caseNo: string) => `Ärende ${caseNo}`,
  month: (month: string, provider: string) => `${month}, ${provider}`,
  letter: 'Brev',
};
