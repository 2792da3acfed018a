import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keptCertificate, ownCertificate } from '../../../../infra/local/smtp/own-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'utfort-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date('2026-11-02T08:00:00Z');

it('is a certificate of its own, for the names and for 127.0.0.1', () => {
  const { key, cert } = ownCertificate(['localhost', 'mejl.kommun.example'], now);
  const read = new X509Certificate(cert);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect([read.subject, read.issuer]).toEqual(['CN=localhost', 'CN=localhost']);
  expect(read.checkHost('mejl.kommun.example')).toBe('mejl.kommun.example');
  expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(read.checkHost('evil.example')).toBeUndefined();
  expect([read.validFrom, read.validTo]).toEqual(['Nov  1 08:00:00 2026 GMT', 'Oct 30 08:00:00 2036 GMT']);
});

it('is kept from one start to the next, made anew when it is soon to end, and laid aside when it is damaged', () => {
  const path = join(folder, 'smtp.pem');
  const told: string[] = [];
  const log = { error: (message: string) => told.push(message) };
  const made = keptCertificate(path, ['localhost'], now, log);
  expect(keptCertificate(path, ['localhost'], new Date('2036-09-01T08:00:00Z'), log)).toEqual(made);
  const next = keptCertificate(path, ['localhost'], new Date('2036-10-15T08:00:00Z'), log);
  expect(next.cert).not.toBe(made.cert);
  expect(told).toEqual([]);

  writeFileSync(path, readFileSync(path, 'utf8').slice(0, 300));
  expect(keptCertificate(path, ['localhost'], now, log).cert).not.toBe(next.cert);
  expect(told).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});
