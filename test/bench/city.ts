import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Seeded } from '../support/random-month.ts';

/** A city's month on disk: files of visit rows with a few deviations, the same for the same seed. */
export type City = { readonly providers: number; readonly casesEach: number; readonly rowsEach: number };

const month = '2026-10';
const services = ['OMV', 'SRV', 'TRY', 'NATT', 'LED'] as const;
const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`;

/** Writes `cases.json` and, per provider, a report and a form. Gives their bytes of report. */
export function writeCity(folder: string, { providers, casesEach, rowsEach }: City, seed = 20261001): number {
  mkdirSync(folder, { recursive: true });
  const chance = new Seeded(seed);
  const cases: object[] = [];
  let bytes = 0;
  for (let provider = 1; provider <= providers; provider += 1) {
    const { report, form, decided } = providerMonth(chance, `P${provider}`, provider, casesEach, rowsEach);
    cases.push(...decided);
    bytes += Buffer.byteLength(report);
    writeFileSync(join(folder, `P${provider}-report.csv`), report);
    writeFileSync(join(folder, `P${provider}-deviations.csv`), form);
  }
  const file = {
    municipality: 'Provstad',
    month,
    rates: [{ validFrom: '2026-01-01', orePerHour: 38750 }],
    providers: Array.from({ length: providers }, (_, index) => ({
      ...{ id: `P${index + 1}`, number: index + 1, name: `Utförare ${index + 1}`, kind: 'private' },
    })),
    officers: [{ id: 'O1', name: 'Handläggare 1', email: 'o1@kommun.example' }],
    people: [{ id: 'H1', role: 'head' }],
    cases,
  };
  writeFileSync(join(folder, 'cases.json'), JSON.stringify(file));
  return bytes;
}

function providerMonth(chance: Seeded, id: string, number: number, casesEach: number, rowsEach: number) {
  const header = 'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status';
  const report = [header];
  const form = ['Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar'];
  const decided: object[] = [];
  const total = { ordered: 0, performed: 0 };
  for (let index = 0; index < casesEach; index += 1) {
    const caseNo = `A-${number * 1000 + index}`;
    const sum = { ordered: 0, performed: 0 };
    const rows = Math.floor(((index + 1) * rowsEach) / casesEach) - Math.floor((index * rowsEach) / casesEach);
    for (let row = 0; row < rows; row += 1) {
      const day = 1 + Math.floor((row * 31) / rows);
      const start = 420 + ((row * 37 + index * 5) % 900);
      const minutes = chance.pick([15, 20, 30, 45, 60]);
      const bomtid = chance.percent(2);
      const date = `${month}-${two(day)}`;
      const performed = bomtid ? 0 : minutes;
      report.push(
        [month, id, caseNo, services[(row + index) % 3], date, clock(start), clock(start + minutes)].join(';') +
          `;${minutes};${performed};${bomtid ? 'BOMTID' : 'UTFÖRD'}`,
      );
      if (bomtid && chance.percent(90)) form.push(`${month};${id};${caseNo};${date};;${clock(start)};BOMTID;;;`);
      sum.ordered += minutes;
      sum.performed += performed;
    }
    report.push(`${month};${id};${caseNo};SUMMA;;;;${sum.ordered};${sum.performed};`);
    total.ordered += sum.ordered;
    total.performed += sum.performed;
    decided.push({
      caseNo,
      providerId: id,
      officerId: 'O1',
      customer: {
        name: `Kund ${caseNo}`,
        personnummer: '191212121212',
        address: 'Provgatan 1',
        phone: '070-174 06 00',
      },
      services: services.slice(0, 3).map((code) => ({ code, minutesPerMonth: 1000 })),
      from: '2025-03-01',
      to: null,
    });
  }
  report.push(`${month};${id};TOTALT;SUMMA;;;;${total.ordered};${total.performed};`, '');
  return { report: report.join('\n'), form: `${form.join('\n')}\n`, decided };
}
