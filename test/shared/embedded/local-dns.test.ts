import { expect, it } from 'vitest';
import { localDns } from '../../../shared/embedded/local-dns.ts';

const key = `v=DKIM1; p=${'A'.repeat(700)}`;
const dns = localDns(() => [
  { name: 's1._domainkey.omsorgett.example', type: 'CNAME', values: ['s1.keys.tjanst.example.'] },
  { name: 's1.keys.tjanst.example', type: 'TXT', values: [key, 'another'] },
  { name: 'round.example', type: 'CNAME', values: ['about.example'] },
  { name: 'about.example', type: 'CNAME', values: ['round.example'] },
  { name: 'mx.example', type: 'MX', values: ['10 mail.mx.example'] },
]);
const failure = (name: string, type = 'TXT') => dns.resolve(name, type).then(String, ({ code }) => code);

it('follows a selector that leads to another name, and gives long texts in pieces, as DNS does', async () => {
  const [long, other] = (await dns.resolve('S1._domainkey.OMSORGETT.example.', 'TXT')) as string[][];
  expect(long?.map(({ length }) => length)).toEqual([255, 255, 201]);
  expect(long?.join('')).toBe(key);
  expect(other).toEqual(['another']);
  expect(await dns.resolve('s1._domainkey.omsorgett.example', 'CNAME')).toEqual(['s1.keys.tjanst.example.']);
});

it('says whether a name is not there, says nothing of that kind, or leads nowhere', async () => {
  expect(await failure('unknown.example')).toBe('ENOTFOUND');
  expect(await failure('mx.example')).toBe('ENODATA');
  expect(await failure('round.example')).toBe('ESERVFAIL');
});
