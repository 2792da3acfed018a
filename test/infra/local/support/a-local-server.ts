import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { takeMail } from '../../../../functions/mail/acting/take-mail.ts';
import { hearOfMail } from '../../../../functions/mail/arriving/hear-of-mail.ts';
import { registry } from '../../../../functions/registry.ts';
import type { LoadedWay } from '../../../../infra/local/load-ways.ts';
import type { Machine } from '../../../../infra/local/machine.ts';
import {
  type LocalServer,
  type LocalServerSettings,
  openLocalServer,
} from '../../../../infra/local/server/local-server.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import { endpoint } from '../../../../shared/http/endpoint.ts';
import { job } from '../../../../shared/http/job.ts';
import { done } from '../../../../shared/http/spec.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';

/** A few ways in with real keys and small deeds, so that what is tested is the machine around them. */
const fewWays = (): readonly LoadedWay[] => [
  {
    key: 'listTasks',
    wayIn: registry.listTasks,
    entry: endpoint({
      summary: 'Who is calling, and when the person signed in',
      query: z.object({ state: z.string().optional() }),
      answer: z.looseObject({}),
      run: async ({ caller, query, at }) => done({ ...caller, ...query, at }),
    }),
  },
  {
    key: 'getOrder',
    wayIn: registry.getOrder,
    entry: endpoint({
      summary: 'An order',
      path: z.object({ orderId: z.string() }),
      answer: z.object({ orderId: z.string() }),
      run: async ({ path }) => done(path, { version: 3 }),
    }),
  },
  {
    key: 'placeOrder',
    wayIn: registry.placeOrder,
    entry: endpoint({
      summary: 'Place an order',
      body: z.strictObject({ caseNo: z.string() }),
      answer: z.object({ caseNo: z.string() }),
      run: async ({ body }) => done(body, { status: 201 }),
    }),
  },
  {
    key: 'signReport',
    wayIn: registry.signReport,
    entry: endpoint({
      summary: 'Who signs, by which sign-in',
      path: z.object({ month: z.string(), providerId: z.string() }),
      answer: z.looseObject({}),
      signs: true,
      run: async ({ caller }) => done({ ...caller }),
    }),
  },
  {
    key: 'getSettings',
    wayIn: registry.getSettings,
    entry: endpoint({
      summary: 'Fails as only a bug does',
      answer: z.unknown(),
      async run() {
        throw new TypeError('personnummer 19121212-1212 is secret');
      },
    }),
  },
  {
    key: 'getKeys',
    wayIn: registry.getKeys,
    entry: endpoint({
      summary: 'The published keys',
      answer: z.unknown(),
      run: async (_input, { signer }) => done(await signer.keys()),
    }),
  },
  { key: 'openMonth', wayIn: registry.openMonth, entry: job(async () => ({ done: 1 })) },
  { key: 'hearOfMail', wayIn: registry.hearOfMail, entry: hearOfMail },
  { key: 'takeMail', wayIn: registry.takeMail, entry: takeMail },
];

const people: readonly { userId: string; role: Role; name: string; providerId?: string }[] = [
  { userId: 'O1', role: 'officer', name: 'Olle Ek' },
  { userId: 'H1', role: 'head', name: 'Hedda <b>Holm</b>' },
  { userId: 'M1', role: 'provider-manager', name: 'Maja Ask', providerId: 'P1' },
];

/** One officer, one head, one provider with its manager. */
export async function seedFew({ deps: { table } }: Machine): Promise<void> {
  const provider = { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@example.se' } as const;
  await table.commit([
    providerStore(table).save(provider, undefined),
    ...people.map((person) => membershipStore(table).save(person, undefined)),
  ]);
}

export type TestServer = LocalServer & { readonly folder: string; end(): Promise<void> };

/** A real machine on free ports, in a folder of its own. */
export async function aLocalServer(settings: Partial<LocalServerSettings> = {}): Promise<TestServer> {
  const folder = settings.folder ?? (await mkdtemp(join(tmpdir(), 'utfort-house-')));
  const house = await openLocalServer({ folder, port: 0, smtpPort: 0, seed: seedFew, ways: fewWays(), ...settings });
  return {
    ...house,
    folder,
    async end() {
      await house.close();
      await rm(folder, { recursive: true });
    },
  };
}

export const json = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** A token for a demo user, from the machine itself. */
export async function tokenFor(house: LocalServer, user: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await fetch(`${house.base}/_local/token`, json({ user, ...more }));
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
}

export const as = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });
