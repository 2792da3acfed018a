/** What can be wrong with a month's two files, in words that name the place and never repeat what is written there. */
export const fileFaults = {
  BAD_COLUMNS: 'Raden har inte lika många kolumner som rubriken.',
  WRONG_MONTH: 'Raden gäller en annan månad.',
  WRONG_PROVIDER: 'Raden gäller en annan utförare.',
  UNKNOWN_CASE: 'Utföraren har inget sådant ärende under månaden.',
  BAD_SERVICE: 'Insatsen ska skrivas med 2–10 bokstäver och siffror.',
  BAD_DATE: 'Datumet finns inte, eller slutar före det börjar. Skriv ÅÅÅÅ-MM-DD.',
  BAD_TIME: 'Tiden finns inte, eller slutet är lika med starten. Skriv TT:MM.',
  BAD_NUMBER: 'Minuterna ska vara ett helt tal, och utförda minuter 0 när besöket inte är utfört.',
  BAD_STATUS: 'Status ska vara UTFÖRD, BOMTID, AVBOKAD eller EJ UTFÖRD.',
  BAD_TYPE: 'Typ ska vara BOMTID, AVSAGD, PLANERAD FRÅNVARO, SJUKHUS, AVLIDEN, UTÖKAT BEHOV eller ÖVRIGT.',
  WRONG_MINUTES: 'Utförda minuter stämmer inte med start och slut.',
  SECOND_SUM: 'En summarad för samma sak finns redan; den första räknas.',
  MISSING_SUM: 'Ärendet saknar summarad.',
  WRONG_SUM: 'Summaraden stämmer inte med ärendets rader.',
  MISSING_TOTAL: 'Filen saknar raden TOTALT.',
  WRONG_TOTAL: 'Raden TOTALT stämmer inte med filens rader.',
} as const;
