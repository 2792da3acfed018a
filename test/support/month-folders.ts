import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aReport, type Visit } from './a-report.ts';

const provider = (id: string, number: number) => ({
  ...{
    id,
    number,
    name: `Omsorg ${number} AB`,
    kind: 'private',
    email: `${id.toLowerCase()}@utforare${number}.example`,
  },
});

/** A small municipality for months that follow each other: two providers, two officers, a rate that changes in November. */
export const smallMunicipality = {
  municipality: 'Exempelkommun',
  rates: [
    { validFrom: '2026-01-01', orePerHour: 38_750 },
    { validFrom: '2026-11-01', orePerHour: 40_000 },
  ],
  providers: [provider('P1', 1), provider('P2', 2)],
  officers: [
    { id: 'O1', name: 'Handläggare 1', email: 'o1@kommun.example' },
    { id: 'O2', name: 'Handläggare 2', email: 'o2@kommun.example' },
  ],
  people: [
    { id: 'H1', role: 'head', name: 'Myndighetschef Prov', email: 'h1@kommun.example' },
    { id: 'M1', role: 'provider-manager', providerId: 'P1', name: 'Enhetschef 1' },
    { id: 'M2', role: 'provider-manager', providerId: 'P2', name: 'Enhetschef 2' },
  ],
};

export const aCase = (caseNo: string, minutesPerMonth: number, more: object = {}) => ({
  ...{ caseNo, providerId: 'P1', officerId: 'O1', from: '2026-01-01', to: null },
  services: [{ code: 'OMV', minutesPerMonth }],
  ...more,
});

export type AMonth = {
  readonly cases: readonly object[];
  /** By provider, its visits by case; one that is not here hands nothing in. */
  readonly visits: Readonly<Record<string, Readonly<Record<string, readonly Visit[]>>>>;
  readonly later?: unknown;
  readonly form?: readonly string[];
  readonly around?: object;
};

/** Writes a folder a month, as `months --in` takes them. */
export function putMonths(root: string, months: Readonly<Record<string, AMonth>>): void {
  for (const [month, { cases, visits, later, form = [], around = {} }] of Object.entries(months)) {
    const folder = join(root, month);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cases.json'), JSON.stringify({ ...smallMunicipality, month, cases, ...around }));
    for (const [providerId, theirs] of Object.entries(visits)) {
      const { report, deviations } = aReport(theirs, { month, providerId, form });
      writeFileSync(join(folder, `${providerId}-report.csv`), report.text);
      writeFileSync(join(folder, `${providerId}-deviations.csv`), deviations.text);
    }
    if (later !== undefined) writeFileSync(join(folder, 'later.json'), JSON.stringify(later));
  }
}

/** Runs the command line as a person would, and gives what came out. */
export const runUtfort = (...args: readonly string[]): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', ...args], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
