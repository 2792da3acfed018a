import { unexecuted } from './unexecuted.ts';

const kinds: Record<string, string> = {
  BOMTID: 'Bomtid',
  AVSAGD: 'Avsagt besök',
  'PLANERAD FRÅNVARO': 'Planerad frånvaro',
  SJUKHUS: 'Sjukhus',
  AVLIDEN: 'Dödsfall',
  'UTÖKAT BEHOV': 'Utökat behov',
  ÖVRIGT: 'Övrigt',
};

/** Månaden i siffror: beviljat, utfört, betalt och vad som skiljer (L-76). */
export const figures = {
  title: (month: string) => `Nyckeltal ${month}`,
  lead: 'Tiden hos varje utförare, utan ärenden. Utfört är andelen av beviljad tid, för hand de besök som skrevs in eller ändrades, sena svar de beställningar som bekräftades för sent. Siffrorna kan ändras tills månadens sammanställning är skickad.',
  everyone: 'Alla utförare',
  months: 'Beviljat och utfört, sex månader',
  bars: 'Ram: beviljad tid. Fylld: utförd tid.',
  byProvider: 'Månaden hos varje utförare',
  none: 'Månaden är inte öppnad hos någon utförare.',
  unpaid: 'Tid som inte betalas, efter orsak',
  deviations: 'Rader i avvikelseblanketten, efter typ',
  nothing: 'Ingenting.',
  kind: 'Slag',
  amount: 'Hur mycket',
  columns: {
    month: 'Månad',
    provider: 'Utförare',
    granted: 'Beviljad',
    ordered: 'Beställd',
    performed: 'Utförd',
    charged: 'Betald',
    share: 'Utfört',
    byHand: 'För hand',
    late: 'Sena svar',
  },
  states: {
    open: 'Inte inlämnad',
    received: 'Inlämnad',
    incomplete: 'Inlämnad med fel',
    closed: 'Stängd utan inlämning',
    stated: 'Fastställd',
  },
  kinds,
  lateOf: (late: number, asked: number) => `${late} av ${asked}`,
  save: (month: string) => `Spara ${month} som fil (CSV)`,
  unexecuted,
};
