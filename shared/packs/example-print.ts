import type * as z from 'zod';
import type { ReportFormat } from './report-format.ts';

/**
 * An invented planning system's print, to show how one is told of: no municipality has it. Its rows and what they become
 * stand in `test/fixtures/print`.
 */
export const examplePrint: z.input<typeof ReportFormat> = {
  sheet: 'Besökslista',
  header: [
    'Ärende',
    'Insatskod',
    'Besöksdag',
    'Från kl',
    'Till kl',
    'Planerat',
    'Utfört',
    'Utfall',
    'Signatur',
    'Område',
  ],
  month: '--month',
  columns: {
    Ärendenummer: 'Ärende',
    Insats: 'Insatskod',
    Datum: 'Besöksdag',
    Start: 'Från kl',
    Slut: 'Till kl',
    'Beställda minuter': 'Planerat',
    'Utförda minuter': 'Utfört',
    Status: 'Utfall',
    Personal: 'Signatur',
  },
  minutes: 'H:MM',
  status: { Utförd: 'UTFÖRD', 'Ej hemma': 'BOMTID', 'Avbokat av kund': 'AVBOKAD', 'Ej utförd': 'EJ UTFÖRD' },
  sumRows: { column: 'Insatskod', equals: 'Totalt' },
};
