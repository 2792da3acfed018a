import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMinutes } from '../../../../shared/domain/local-time.ts';
import { aLocalServer, type TestServer } from '../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
  await house.machine.documents.put('documents', 'fil-1', Buffer.from('%PDF-1.7 å'), 'application/pdf');
});
afterAll(() => house.end());

const open = async (over: { id?: string; minutes?: number } = {}) => {
  const { deps, clock } = house.machine;
  const expiresAt = plusMinutes(clock.now(), over.minutes ?? 5);
  const wanted = { bucket: 'documents', id: over.id ?? 'fil-1', contentType: 'application/pdf' } as const;
  return new URL((await deps.documents.openView({ ...wanted, shown: 'inline', expiresAt })).url);
};
const codeAt = async (url: URL) => {
  const answer = await fetch(url);
  const { code }: { code: string } = JSON.parse(await answer.text());
  return [answer.status, code];
};

describe('an address of a file', () => {
  it('gives the bytes as they were received, kept by nobody and running nothing', async () => {
    const answer = await fetch(await open());
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('%PDF-1.7 å');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none';(?!.*script)/),
    });
  });

  it.each([
    ['id', 'fil-2'],
    ['bucket', 'records'],
    ['type', 'text/html'],
    ['shown', 'attachment'],
    ['expires', '2099-01-01T00:00:00.000Z'],
    ['seal', 'x'],
  ])('that has another %s is refused', async (name, value) => {
    const url = await open();
    url.searchParams.set(name, value);
    expect(await codeAt(url)).toEqual([403, 'view-not-allowed']);
  });

  it('that lacks something, or whose time is out, is refused; a file that is not there is missing', async () => {
    const url = await open();
    url.searchParams.delete('seal');
    expect(await codeAt(url)).toEqual([403, 'view-not-allowed']);
    expect(await codeAt(await open({ minutes: -1 }))).toEqual([403, 'view-expired']);
    expect(await codeAt(await open({ id: 'fil-9' }))).toEqual([404, 'file-not-found']);
  });
});
