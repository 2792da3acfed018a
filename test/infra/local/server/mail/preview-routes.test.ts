import { afterAll, beforeAll, expect, it } from 'vitest';
import { previews } from '../../../../../functions/letters/previews.ts';
import { whenOf } from '../../../../../infra/local/server/pages/preview-words.ts';
import { previewPath } from '../../../../../infra/local/server/pages/previews-page.ts';
import { LetterKind } from '../../../../../shared/domain/letter-kinds.ts';
import { aLocalServer, type TestServer } from '../../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
});
afterAll(() => house.end());

it('every kind of letter can be looked at, as text and as a mail program shows it', async () => {
  const list = await (await fetch(`${house.base}/_local/mailbox/forhandsvisning`)).text();
  const paths = [...list.matchAll(/href="(\/_local\/mailbox\/forhandsvisning\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(paths).toEqual(previews().map(previewPath));
  for (const kind of LetterKind.options) expect(paths).toContain(`/_local/mailbox/forhandsvisning/${kind}`);
  const shown = list.replaceAll(/<a [^>]*>/g, '');
  expect(shown).not.toMatch(/>[^<]*\b[NMP]\d\d\b/);
  for (const path of paths) {
    const answer = await fetch(`${house.base}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('lang="sv"');
  }
  expect((await fetch(`${house.base}/_local/mailbox/forhandsvisning/N99`)).status).toBe(404);
});

it('each is said in words, and no two of a kind in the same', () => {
  const said = previews().map((one) => `${one.kind}: ${whenOf(one)}`);
  expect(said.filter((one) => one.includes('I ett annat fall'))).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});
