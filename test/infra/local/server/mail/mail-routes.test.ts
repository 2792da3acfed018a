import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailRoutes } from '../../../../../infra/local/server/mail/mail-routes.ts';
import { messageFolder } from '../../../../../infra/local/server/mail/message-folder.ts';
import { aLocalServer, type TestServer } from '../../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
});
afterAll(() => house.end());

it.each(['GET /_local/mail', 'GET /_local/inbox'])('%s waits for a burst no longer than its patience', async (on) => {
  const endless = { ...house.machine, tick: () => new Promise<number>(() => undefined) };
  const routes = mailRoutes(endless, messageFolder(house.folder), 0, 10);
  const route = routes.find((one) => one.on === on);
  const asked = { params: {}, query: new URLSearchParams(), headers: {}, body: new Uint8Array() };
  const answer = await route?.answer(asked as never);
  expect(answer?.statusCode).toBe(200);
});
