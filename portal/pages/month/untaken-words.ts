import { monthName, shortDate } from '../../app/format.ts';
import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said of what a form tells of and nobody has taken over; fetched by the few who come to it. */
export const sv = {
  title: 'En undertecknad blankett säger något som inte är övertaget',
  take: (caseNo: string) => `Ta över eller avfärda i ${caseNo}`,
  said: {
    DEATH: (on: string) => `kunden avled ${shortDate(on)}`,
    HOSPITAL: (on: string) => `kunden lades in på sjukhus ${shortDate(on)}`,
  },
  form: (month: string) => `enligt blanketten för ${monthName(month)}.`,
  more: (n: number) => `Och ${n} till.`,
  text: 'Den föreslagna tiden räknar inte med det. Ta över eller avfärda det innan du bedömer.',
};

export const en: CatalogueShape<typeof sv> = {
  title: 'A signed form tells of something that is not taken over',
  take: (caseNo) => `Take over or dismiss in ${caseNo}`,
  said: {
    DEATH: (on) => `the customer died on ${shortDate(on)}`,
    HOSPITAL: (on) => `the customer was admitted to hospital on ${shortDate(on)}`,
  },
  form: (month) => `by the form of ${monthName(month)}.`,
  more: (n) => `And ${n} more.`,
  text: 'The proposed time does not count it. Take it over or dismiss it before you decide.',
};
