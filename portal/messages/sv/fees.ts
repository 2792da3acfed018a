import { figures } from './figures.ts';

/** Avgiftshandläggarens månad: vad kundernas avgifter beslutas på (L-26). */
export const fees = {
  title: (month: string) => `Avgifter ${month}`,
  lead: 'Tiden för varje kund hos varje utförare. Betald tid är den som utföraren får betalt för, och i den ingår betald frånvaro.',
  caption: 'Tid per kund',
  columns: {
    caseNo: 'Ärende',
    provider: 'Utförare',
    granted: 'Beviljad',
    performed: 'Utförd',
    charged: 'Betald',
    paidAbsence: 'Betald frånvaro',
    unpaidAbsence: 'Obetald frånvaro',
    absenceDays: 'Frånvarodagar',
    state: 'Läge',
  },
  states: { PRELIMINÄR: 'Preliminär', FASTSTÄLLD: 'Fastställd', JUSTERAD: 'Justerad' },
  sum: (count: number) => (count === 1 ? 'Summa 1 rad' : `Summa ${count} rader`),
  none: 'Ingen utförare har lämnat in månaden än',
  noneText: 'Kundernas tid syns här så snart den första har lämnat in.',
  settled: 'Alla rader är fastställda',
  preliminary: (count: number, all: number) =>
    count === 1 ? `1 av ${all} rader är preliminär` : `${count} av ${all} rader är preliminära`,
  preliminaryText:
    'En rad är preliminär tills utförarens sammanställning är undertecknad och skickad. Till dess kan den ändras.',
  save: 'Spara som fil (CSV)',
  saveText: 'Samma rader, i minuter, för avgiftssystemet.',
  shown: (shown: number, all: number) => `Visar ${shown} av ${all} rader. Summan gäller alla.`,
  more: (count: number) => `Visa ${count} till`,
  progress: 'Hur långt utförarna har kommit',
  figures,
};
