import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { fileKind, rowsBeneath } from '../../../../functions/months/dry-run/file-kind.ts';
import { formHeader, reportHeader } from '../../../support/a-month.ts';

const rows = (file: 'report' | 'deviations', count: number) => [{ file, month: '2026-10', rows: count }];
const kindOf = (text: string | Buffer) => fileKind(bytesSource(Buffer.from(text)));

describe('which of the month’s files a file is', () => {
  it.each<[string, string, object]>([
    ['a report, by its header', `${reportHeader}\n2026-10;P1;A-1\n`, { kind: 'report', months: rows('report', 1) }],
    ['one that names its workers', `${reportHeader};Personal\n`, { kind: 'report', months: [] }],
    ['a form', `${formHeader}\r\n2026-10;P1;A-1\r\n`, { kind: 'deviations', months: rows('deviations', 1) }],
    ['one with a byte order mark', `\ufeff${formHeader}\n`, { kind: 'deviations', months: [] }],
    [
      'a report whose header is not quite right',
      `${reportHeader.replace('Insats', 'Tjänst')}\n`,
      { kind: 'report', months: [] },
    ],
    ['a report with commas', `${reportHeader.replaceAll(';', ',')}\n`, { kind: 'report', months: [] }],
    ['neither', 'Namn;Adress\n1;2\n', { kind: undefined }],
    ['nothing', '', { kind: undefined }],
  ])('%s', async (_, text, kind) => {
    expect(await kindOf(text)).toEqual(kind);
  });

  it.each([
    ['a workbook that is none', [0x50, 0x4b, 0x03, 0x04], 'DAMAGED'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], 'ENCRYPTED'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'PDF'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], 'NO_TEXT'],
  ])('%s, by its first bytes', async (_, bytes, kind) => {
    expect(await kindOf(Buffer.from([...bytes, ...new Array(80).fill(0)]))).toEqual({ kind });
  });

  it('in windows-1252 too', async () => {
    expect(await kindOf(Buffer.from(`${reportHeader}\n2026-10;P1\n`, 'latin1'))).toEqual({
      kind: 'report',
      months: rows('report', 1),
    });
  });

  it('counts its rows by month, with those whose month is none left out', async () => {
    const text = [reportHeader, '2026-09;P1', ...Array.from({ length: 30 }, () => '2026-10;P1'), 'x;P1'].join('\n');
    expect(await kindOf(text)).toEqual({
      kind: 'report',
      months: [{ file: 'report', month: '2026-09', rows: 1 }, ...rows('report', 30)],
    });
  });
});

describe('how many rows a file has', () => {
  it('all beneath the header but the empty ones, each comment that goes on over lines one', async () => {
    const form = `${formHeader}\n2026-10;P1;A-1;2026-10-02;;;ÖVRIGT;;;"en\ntvå"\n;;;\n2026-10;P1;A-1;2026-10-03;;;ÖVRIGT;;;\n`;
    expect(await rowsBeneath(bytesSource(Buffer.from(form)), 'deviations')).toBe(2);
    expect(await rowsBeneath(bytesSource(Buffer.from(reportHeader)), 'report')).toBe(0);
    expect(await rowsBeneath(bytesSource(Buffer.from('')), 'report')).toBe(0);
  });
});
