import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../../functions/months/signing/seal-record.ts';
import { recordBytes } from '../../../../shared/domain/signed-record.ts';
import { localSigner } from '../../../../shared/embedded/local-signer.ts';
import { aPayload } from '../../../support/a-record.ts';
import { aLocalServer, type TestServer } from '../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
});
afterAll(() => house.end());

const read = async (path: string) => (await fetch(`${house.base}${path}`)).text();

describe('every page', () => {
  it.each(['/_local', '/api', '/verifiera', '/_local/mailbox', '/callback'])(
    '%s can be read without a script',
    async (path) => {
      const page = await read(path);
      expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/);
      expect(page).toMatch(/<a class="skip" href="#innehall">/);
      expect(page).toMatch(/<main id="innehall"/);
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/<script|style=|onclick|https?:\/\/(?!127\.0\.0\.1)/);
    },
  );

  it('shows commands that are answered as they stand', async () => {
    const page = (await read('/_local')).replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    // What curl makes of them: with -d a POST of a form, unless it is said otherwise.
    const commands = [...page.matchAll(/curl -s (?:-X (\w+) )?(http\S+)((?: -[Hd] (?:'[^']*'|"[^"]*"))*)/g)];
    const answers: unknown[] = [];
    let token = '';
    for (const [, method, url = '', rest = ''] of commands) {
      const given = (flag: string) => [...rest.matchAll(new RegExp(` -${flag} (?:'([^']*)'|"([^"]*)")`, 'g'))];
      const headers = Object.fromEntries(
        given('H').map(([, one, other]) => (one ?? other ?? '').replace('$TOKEN', token).split(/: /)),
      );
      const body = given('d')[0]?.[1];
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(url, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: body === undefined ? headers : { ...form, ...headers },
        body,
      });
      const text = await answer.text();
      token = text.split('"')[3] ?? token;
      answers.push(answer.status);
    }
    expect(answers).toEqual([200, 200, 200]);
  });

  it('names people as text', async () => {
    expect(await read('/_local')).toContain('Hedda &lt;b&gt;Holm&lt;/b&gt;');
  });
});

describe('the page that judges a record', () => {
  const judge = async (fields: Record<string, string | File>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const answer = await fetch(`${house.base}/verifiera`, { method: 'POST', body: form });
    return { status: answer.status, page: await answer.text() };
  };
  const record = async () => {
    const { signer } = house.machine.deps;
    // The key is made on its first use, and seals nothing that is older than itself.
    await signer.keys();
    return recordBytes(await sealRecord(await aPayload({ signedAt: house.machine.clock.now() }), signer));
  };
  const fileOf = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'statement.json');

  it('says whose a whole record is, as a file or as text', async () => {
    const bytes = await record();
    const ways: Record<string, string | File>[] = [{ file: fileOf(bytes) }, { text: `${Buffer.from(bytes)}\r\n` }];
    for (const fields of ways) {
      const { page } = await judge(fields);
      expect(page).toContain('Handlingen är äkta och oförändrad');
      expect(page).toContain('Hedda Holm');
      expect(page).toContain('Underlag');
    }
  });

  it('does not trust a changed one, nor one that someone else has sealed', async () => {
    const changed = Buffer.from(await record())
      .toString()
      .replace('5025', '5026');
    expect((await judge({ text: changed })).page).toContain('Innehållet är ändrat efter undertecknandet');
    const stranger = localSigner({ folder: ':memory:', now: () => '2026-01-01T00:00:00.000Z' });
    const foreign = recordBytes(await sealRecord(await aPayload({}), stranger));
    expect((await judge({ file: fileOf(foreign) })).page).toContain('unknown-key');
    expect((await judge({ text: 'hej' })).page).toContain('Lita inte på den här handlingen');
  });

  it('asks for a record when there is none', async () => {
    expect(await judge({ text: '  ' })).toMatchObject({ status: 422 });
    expect((await judge({})).page).toContain('Välj en fil eller klistra in');
  });
});
