export const parts = {
  errors: (count: number) => (count === 1 ? 'Ett fel behöver rättas' : `${count} fel behöver rättas`),
  optional: 'frivilligt',
  hours: 'timmar',
  minutes: 'minuter',
  uploading: (percent: number) => `Skickar, ${percent} procent`,
  sortBy: (column: string) => `Sortera efter ${column}`,
  skipped: (minutes: string) =>
    `Klockan ställs fram från 02 till 03 den natten, så den tiden finns inte. Den räknas som 03:${minutes}.`,
  sending: 'Skickar',
  toCheck: 'Fortsätt till kontroll',
  acceptStated: 'Ja, gör det ändå',
  notYet: 'Inte än',
  change: 'Ändra',
  why: 'Varför detta datum',
  by: (date: string) => `senast ${date}`,
  lateSince: (date: string) => `skulle ha varit klart ${date}`,
  met: (date: string) => `klart ${date}`,
};
