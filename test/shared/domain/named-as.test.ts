import { describe, expect, it } from 'vitest';
import { kindByName, nameFault } from '../../../shared/domain/named-as.ts';

const xlsx = Buffer.from('PK\u0003\u0004............[Content_Types].xml', 'latin1');
const ods = Buffer.from(
  `PK\u0003\u0004${'.'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`,
  'latin1',
);
const text = Buffer.from('Månad;Utförare');

describe('the name of a file', () => {
  it.each([
    ['rapport.csv', text, undefined],
    ['rapport.XLSX', xlsx, undefined],
    ['rapport.ods', ods, undefined],
    ['rapport', xlsx, undefined],
    ['rapport.csv', xlsx, 'WORKBOOK'],
    ['rapport.csv', ods, 'WORKBOOK'],
    ['rapport.xlsx', text, 'NOT_A_WORKBOOK'],
    ['rapport.xlsx', ods, 'WRONG_BOOK'],
    ['rapport.ods', xlsx, 'WRONG_BOOK'],
  ])('%s is held against what it is', (name, bytes, fault) => {
    expect(nameFault(kindByName(name), bytes)).toBe(fault);
  });
});
