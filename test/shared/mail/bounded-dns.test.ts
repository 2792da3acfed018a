import { describe, expect, it } from 'vitest';
import { boundedDns } from '../../../shared/mail/bounded-dns.ts';

const answers = { resolve: async () => [['v=spf1']] };

describe('DNS that one mail may ask', () => {
  it('answers as the other does', async () => {
    await expect(boundedDns(answers).resolve('a.example', 'TXT')).resolves.toEqual([['v=spf1']]);
  });

  it('knows no more names after many', async () => {
    const dns = boundedDns(answers);
    for (let asked = 0; asked < 60; asked++) await dns.resolve(`${asked}.example`, 'TXT');
    await expect(dns.resolve('a.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it('is late, not absent, when the time is up', async () => {
    let now = 0;
    const dns = boundedDns(answers, () => now);
    now = 31_000;
    await expect(dns.resolve('a.example', 'TXT')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  });
});
