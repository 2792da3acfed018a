import { openXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { printStore } from '../../../../functions/months/forms/print-store.ts';
import { pageCode } from '../../../../shared/domain/form-code.ts';
import {
  administrator,
  aWorld,
  coordinator,
  manager,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const month = '2026-10';
let world: World;
beforeEach(async () => {
  world = await aWorld();
  await world.register(
    { caseNo: 'A-1', minutes: 600 },
    { caseNo: 'A-2', minutes: 300, from: '2026-10-15' },
    { caseNo: 'A-3', minutes: 300, from: '2026-11-01' },
    { caseNo: 'A-4', minutes: 300, providerId: 'P2' },
  );
});

const ask = (who: Person, kind: string, format: string, providerId = 'P1') =>
  world.call('getForm', who, { path: { month, providerId, kind }, query: { format } });

/** The file as it was made. */
async function fileOf(answer: { body: { url: string } }): Promise<Buffer> {
  const id = /blankett-\d+/.exec(answer.body.url)?.[0] ?? '';
  const pieces: Uint8Array[] = [];
  for await (const piece of world.machine.deps.documents.read('documents', id)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a form of the month', () => {
  it('is a workbook of both, with the cases that the provider has in the month', async () => {
    const answer = await ask(manager, 'month', 'xlsx');
    expect(answer).toMatchObject({
      status: 200,
      body: { fileName: 'blanketter-P1-2026-10.xlsx', expiresAt: '2026-11-02T08:05:00+01:00', prints: [] },
    });
    const { sheets } = await openXlsx(await fileOf(answer));
    expect(sheets.map(({ name }) => name)).toEqual(['Tidsrapport', 'Avvikelser', 'Listor']);
    expect(sheets[0]?.rows.map((cells) => cells[2])).toEqual(['Ärendenummer', 'A-1', 'A-1', 'A-2', 'A-2', 'TOTALT']);
  });

  it('is a file in CSV of either, and never of both', async () => {
    const report = await ask(coordinator, 'report', 'csv');
    expect(report.body).toMatchObject({ fileName: 'tidsrapport-P1-2026-10.csv', contentType: 'text/csv' });
    expect(String(await fileOf(report))).toContain('2026-10;P1;A-2;OMV;;;;;;\r\n');
    const form = await ask(coordinator, 'deviations', 'csv');
    expect(form.body.fileName).toBe('avvikelser-P1-2026-10.csv');
    expect(
      String(await fileOf(form))
        .trim()
        .split('\r\n'),
    ).toHaveLength(1);
    expect(await ask(coordinator, 'month', 'csv')).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'query.format' }] },
    });
  });

  it('is printed with letters by which a scan of it is found, each form and each print its own', async () => {
    const prints = printStore(world.machine.deps.table);
    const first = await ask(manager, 'month', 'pdf');
    const again = await ask(administrator, 'report', 'pdf');
    expect(again.body.fileName).toBe('tidsrapport-P1-2026-10.pdf');
    expect(again.body.prints).toHaveLength(1);
    const all: { form: string; letters: string; pages: number }[] = [...first.body.prints, ...again.body.prints];
    expect(all.map(({ form }) => form)).toEqual(['report', 'deviations', 'report']);
    expect(new Set(all.map(({ letters }) => letters)).size).toBe(3);
    for (const { letters, form, pages } of all)
      expect(await prints.find(letters)).toMatchObject({ month, providerId: 'P1', form, pages, letters });
    const [{ letters, pages } = { letters: '', pages: 0 }] = again.body.prints;
    expect(pdfText(await fileOf(again))).toContain(await pageCode({ letters, page: 1, pages }));
    expect(await prints.ofMonth(month, 'P1', 10)).toHaveLength(3);
    expect(await prints.ofMonth(month, 'P2', 10)).toEqual([]);
    expect(await prints.find('AAAAAAAA')).toBeUndefined();
  });

  it('is the provider’s own: another’s does not exist to it', async () => {
    expect(await ask(neighbour, 'month', 'xlsx')).toMatchObject({ status: 404, body: { code: 'provider-not-found' } });
    expect(await ask(officer, 'month', 'xlsx')).toMatchObject({ status: 403 });
    expect(await ask(administrator, 'month', 'xlsx', 'P9')).toMatchObject({ status: 404 });
    expect(await ask(manager, 'other', 'xlsx')).toMatchObject({ status: 422 });
  });
});
