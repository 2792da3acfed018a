export const parts = {
  errors: (count: number) => (count === 1 ? 'Ett fel behöver rättas' : `${count} fel behöver rättas`),
  optional: 'frivilligt',
  hours: 'timmar',
  minutes: 'minuter',
  uploading: (percent: number) => `Skickar, ${percent} procent`,
  sortBy: (column: string) => `Sortera efter ${column}`,
  change: 'Ändra',
  why: 'Varför detta datum',
  by: (date: string) => `senast ${date}`,
  lateSince: (date: string) => `skulle ha varit klart ${date}`,
  met: (date: string) => `klart ${date}`,
};
