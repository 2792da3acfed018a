import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../functions/months/dry-run/byte-source.ts';
import {
  readMunicipalityFile,
  readMunicipalitySource,
} from '../../../../functions/settings/reading-in/municipality-file.ts';

const one = {
  caseNo: 'A-1',
  providerId: 'P1',
  officerId: 'O1',
  customer: { name: 'Prov "Klammer" {[\\ ]}, Å', address: 'Provgatan 1' },
  services: [{ code: 'OMV', minutesPerMonth: 1200 }],
  from: '2025-03-01',
  to: null,
};
const file = {
  municipality: 'Exempelkommun "cases": [',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
  note: { cases: [{ note: ['x'] }] },
  cases: [one, { ...one, caseNo: 'A-2', services: [] }, { ...one, providerId: 'P2' }],
  providers: [
    { id: 'P1', kind: 'private' },
    { id: 'P2', kind: 'municipal' },
  ],
  officers: [{ id: 'O1' }],
};

const inPieces = (text: string, size: number): ByteSource => ({
  *chunks() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});

/** What the file says when it is read at once, without its customers. */
function atOnce(json: unknown) {
  const read = readMunicipalityFile(json);
  if (!read.ok) return read;
  return { ...read, value: { ...read.value, cases: read.value.cases.map(({ customer, ...rest }) => rest) } };
}

describe.each([1, 7, 100_000])('cases.json in pieces of %i bytes', (size) => {
  it.each<[string, unknown]>([
    ['as it should be', file],
    ['without cases', { ...file, cases: [] }],
    ['without the list', { ...file, cases: undefined }],
    ['with a word for a list', { ...file, cases: 'x' }],
    ['with a word for a case', { ...file, cases: [one, 'x'] }],
    ['with a list for a case', { ...file, cases: [[one]] }],
    ['with faults in the cases', { ...file, cases: [one, { ...one, providerId: 'P9' }, { ...one, from: 'x' }, one] }],
    ['with faults around them', { ...file, month: 'x', officers: [] }],
    [
      'with faults in the services of others',
      { ...file, cases: [{ ...one, services: [{ code: 'SUMMA', minutesPerMonth: 1 }] }] },
    ],
    ['that is a list', [file]],
    ['that is a word', 'x'],
  ])('%s, says what it says at once', async (_what, json) => {
    for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2), `\ufeff ${JSON.stringify(json)}\n`]) {
      expect(await readMunicipalitySource(inPieces(text, size))).toEqual(atOnce(json));
    }
  });

  it.each([
    ['a comma too many', JSON.stringify(file).replace('"A-1"', '"A-1",')],
    ['a comma too few', JSON.stringify(file).replace('},{"caseNo"', '} {"caseNo"')],
    ['a comma behind the last case', JSON.stringify(file).replace('}],"providers"', '},],"providers"')],
    ['a brace too few', JSON.stringify(file).slice(0, -1)],
    ['half a case', JSON.stringify(file).slice(0, 400)],
    ['something behind it', `${JSON.stringify(file)}]`],
    ['nothing', ''],
  ])('%s is not JSON', async (_what, text) => {
    expect(await readMunicipalitySource(inPieces(text, size))).toMatchObject({ ok: false, code: 'bad-json' });
  });
});

it('keeps the cases of one provider, and judges those of the others like the rest', async () => {
  const kept = await readMunicipalitySource(inPieces(JSON.stringify(file), 64), 'P2');
  expect(kept).toMatchObject({ ok: true, value: { cases: [{ caseNo: 'A-1', providerId: 'P2' }] } });
  const twice = { ...file, cases: [one, one] };
  const refused = await readMunicipalitySource(inPieces(JSON.stringify(twice), 64), 'P2');
  expect(refused).toMatchObject({ ok: false, faults: [{ at: 'cases[1].caseNo', code: 'same-case-twice' }] });
});

it('must be UTF-8', async () => {
  const text = Buffer.from(JSON.stringify(file), 'latin1');
  expect(await readMunicipalitySource({ chunks: () => [text] })).toMatchObject({ ok: false, code: 'bad-json' });
});

it('takes the last of two lists, as JSON does', async () => {
  const text = JSON.stringify(file).replace('"note"', '"cases":[],"note"');
  expect(await readMunicipalitySource(inPieces(text, 64))).toEqual(atOnce(file));
});
