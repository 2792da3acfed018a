import { printStore } from '../../functions/months/forms/print-store.ts';
import { pageCode } from '../../shared/domain/form-code.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import { uploadStore } from '../../shared/stores/upload-store.ts';
import { ofP1 } from './a-handed-in-month.ts';
import { administrator, type Person, type World } from './a-world.ts';

/** A grey picture of one point, as a scanner's JPEG begins and says of itself. */
export const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010101009600960000ffc0000b080001000101011100ffda0008010100003f00d2cf20ffd9',
  'hex',
);

type Print = {
  readonly letters: string;
  readonly pages: number;
  readonly rows: readonly (readonly (readonly string[])[])[];
};

/** What is printed for two visits of A-1 that were ordered and one case more, on two pages. */
const printedReport: Print['rows'] = [
  [
    ['A-1', 'OMV', '2026-10-01', '08:00', '12:00', '240'],
    ['A-1', 'OMV', '2026-10-02', '08:00', '12:00', '240'],
    ['A-1'],
    ['A-1', 'SUMMA', '', '', '', '480'],
  ],
  [
    ['A-2', 'OMV'],
    ['A-2'],
    ['A-2', 'SUMMA', '', '', '', ''],
    ['A-3', 'OMV'],
    ['A-3', 'SUMMA', '', '', '', ''],
    ['TOTALT', 'SUMMA'],
  ],
];
export const reportPrint: Print = { letters: 'REPORTAA', pages: 2, rows: printedReport };
export const formPrint: Print = { letters: 'FORMSAAA', pages: 1, rows: [[[], [], []]] };

/** A print as `getForm` keeps it, of what a test says that is printed. */
export async function hasPrinted(
  world: World,
  form: 'report' | 'deviations',
  { letters, pages, rows }: Print,
  of: { readonly month?: string; readonly providerId?: string; readonly at?: string } = {},
): Promise<void> {
  const rowsId = `blankett-rader-${letters}`;
  await world.deps.documents.put('documents', rowsId, Buffer.from(JSON.stringify(rows)), 'application/json');
  const at = of.at ?? instantAt('2026-10-30', '10:00');
  const print = {
    month: '2026-10',
    providerId: 'P1',
    form,
    letters,
    pages,
    at,
    documentId: 'blankett-x',
    rowsId,
    ...of,
  };
  await world.put(printStore(world.table).add(print));
}

/** A file that somebody has sent in. */
export async function hasScanned(world: World, id: string, bytes: Uint8Array = jpeg, who: Person = administrator) {
  await world.put(
    uploadStore(world.table).open({ documentId: id, userId: who.userId, providerId: undefined }, world.clock.now()),
  );
  await world.deps.documents.put('incoming', id, bytes, 'image/jpeg');
}

export const codesOf = (...prints: readonly Print[]): Promise<readonly string[]> =>
  Promise.all(
    prints.flatMap(({ letters, pages }) =>
      Array.from({ length: pages }, (_, at) => pageCode({ letters, page: at + 1, pages })),
    ),
  );

export type Filing = {
  readonly scans?: readonly string[];
  readonly codes?: readonly string[];
  readonly arrivedOn?: string;
  readonly takesOlder?: boolean;
};

/** Files the paper, with what is usual unless the test says otherwise. */
export async function file(world: World, given: Filing = {}, who: Person = administrator) {
  const {
    scans = ['fil-scan'],
    codes = await codesOf(reportPrint, formPrint),
    arrivedOn = '2026-11-02',
    ...more
  } = given;
  const body = { scans, codes: codes.map((text) => ({ text })), arrivedOn, ...more };
  return world.call('registerPaper', who, { path: ofP1, body });
}

type Row = { readonly line: number; readonly values: Readonly<Record<string, string>> };
const visit = (date: string, minutes: string) => ({
  ...{ date, start: '08:00', end: '09:00', ordered: minutes, performed: minutes, status: 'UTFÖRD' },
});

/** What stands on it: A-1's second visit was missed, A-2 had one hour, A-3 one, and the form has one row. */
export const read: Readonly<Record<'first' | 'second' | 'form', readonly Row[]>> = {
  first: [
    { line: 2, values: { performed: '0', status: 'BOMTID' } },
    { line: 4, values: { performed: '240' } },
  ],
  second: [
    { line: 1, values: visit('2026-10-01', '60') },
    { line: 3, values: { ordered: '60', performed: '60' } },
    { line: 4, values: visit('2026-10-05', '60') },
    { line: 5, values: { ordered: '60', performed: '60' } },
    { line: 6, values: { ordered: '600', performed: '360' } },
  ],
  form: [{ line: 1, values: { caseNo: 'A-1', date: '2026-10-02', start: '08:00', type: 'BOMTID', notice: '' } }],
};

/** The three pages as one person keys them. */
export const keying = (given: Partial<Record<keyof typeof read, readonly Row[]>> = {}) => ({
  pages: [
    { letters: 'REPORTAA', page: 1, rows: given.first ?? read.first },
    { letters: 'REPORTAA', page: 2, rows: given.second ?? read.second },
    { letters: 'FORMSAAA', page: 1, rows: given.form ?? read.form },
  ],
  signed: { report: true, deviations: true },
});
