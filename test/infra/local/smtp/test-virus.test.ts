import { expect, it } from 'vitest';
import { scanned } from '../../../../infra/local/smtp/test-virus.ts';

const virus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

it('knows the antivirus industry’s test file, as it is and as an attachment', () => {
  expect(scanned(Buffer.from(`Subject: x\r\n\r\n${virus}\r\n`))).toBe('INFECTED');
  const attached = Buffer.from(`${virus}\r\n`).toString('base64').replaceAll(/.{60}/g, '$&\r\n');
  expect(scanned(Buffer.from(`Content-Transfer-Encoding: base64\r\n\r\n${attached}`))).toBe('INFECTED');
  expect(scanned(Buffer.from('Subject: EICAR\r\n\r\nX5O!P'))).toBe('CLEAN');
});
