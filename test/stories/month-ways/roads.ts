import { odsOf, xlsxOf } from '../../support/workbooks.ts';
import type { House } from './a-house.ts';

export type Files = { readonly report: Buffer; readonly deviations: Buffer };
/** Hands in the files, or lays them where they can be: what the manager then signs for. */
export type Road = (files: Files, house: House) => Promise<unknown>;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ods = 'application/vnd.oasis.opendocument.spreadsheet';

const cellsOf = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(';'));

const sheetsOf = ({ report, deviations }: Files) =>
  (
    [
      ['Tidsrapport', report],
      ['Avvikelser', deviations],
    ] as const
  ).map(([name, bytes]) => ({ name, rows: cellsOf(new TextDecoder('windows-1252').decode(bytes)) }));

/** The same month on each road that a private provider may take (L-22 to L-25; one submission whatever the way). */
export const roads = {
  'uploaded files': async ({ report, deviations }, { upload }) => ({
    report: { documentId: await upload('M2', report, 'text/csv') },
    deviations: { documentId: await upload('M2', deviations, 'text/csv') },
  }),
  'rows in the request': async ({ report, deviations }) => ({
    report: { base64: report.toString('base64') },
    deviations: { base64: deviations.toString('base64') },
  }),
  'a workbook of both sheets': async (files, { upload }) => {
    const documentId = await upload('M2', await xlsxOf(sheetsOf(files)), xlsx);
    return { report: { documentId }, deviations: { documentId } };
  },
  'an open workbook': async (files, { upload }) => {
    const documentId = await upload('M2', await odsOf(sheetsOf(files)), ods);
    return { report: { documentId }, deviations: { documentId } };
  },
} as const satisfies Readonly<Record<string, Road>>;
