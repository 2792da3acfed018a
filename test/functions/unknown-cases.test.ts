import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type EntryKey, registry } from '../../functions/registry.ts';
import type { WayIn } from '../../functions/way-in.ts';
import { loadWays } from '../../infra/local/load-ways.ts';
import { aWorld, everyone, type World } from '../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 60 }];
const reason = 'en prövning';
const sharing = { kind: 'FORWARD', recipients: ['E2'], channels: ['SYSM'], at: '2026-11-02T07:00:00+01:00' };
const customer = { name: 'Anna Provsson' };

/** Every way in that is told a case number by who asks, with whatever else it wants to be told. */
const ways: Partial<Record<EntryKey, (caseNo: string) => { path?: Record<string, string>; body?: unknown }>> = {
  placeOrder: (caseNo) => ({ body: { caseNo, providerId: 'P1', services } }),
  requestSwitch: (caseNo) => ({ body: { caseNo, toProviderId: 'P2', mode: 'ORAL' } }),
  sendMessage: (caseNo) => ({ body: { caseNo, to: 'head', text: 'Hej' } }),
  readIdentity: (caseNo) => ({ body: { caseNo, reason } }),
  listPersonsCases: (caseNo) => ({ path: { caseNo } }),
  listCaseOrders: (caseNo) => ({ path: { caseNo } }),
  listCaseMonths: (caseNo) => ({ path: { caseNo } }),
  listContacts: (caseNo) => ({ path: { caseNo } }),
  getCorrespondence: (caseNo) => ({ path: { caseNo } }),
  noteContact: (caseNo) => ({ path: { caseNo }, body: { with: 'customer', text: 'Ringde.' } }),
  recordFollowUp: (caseNo) => ({ path: { caseNo }, body: { heldOn: '2026-11-02', text: 'Allt fungerar.' } }),
  listFollowUps: (caseNo) => ({ path: { caseNo } }),
  listCaseDocuments: (caseNo) => ({ path: { caseNo } }),
  viewDocument: (caseNo) => ({ path: { caseNo, documentId: 'dok-1' }, body: { reason } }),
  getJournal: (caseNo) => ({ path: { caseNo } }),
  listAccess: (caseNo) => ({ path: { caseNo } }),
  getLine: (caseNo) => ({ path: { caseNo, month: '2026-10', providerId: 'P1' } }),
  getLineRows: (caseNo) => ({ path: { caseNo, month: '2026-10', providerId: 'P1' } }),
  decideAdjustment: (caseNo) => ({ path: { caseNo, month: '2026-10', providerId: 'P1' }, body: { comment: 'x' } }),
  decideLine: (caseNo) => ({ path: { caseNo, month: '2026-10', providerId: 'P1' }, body: { decision: 'APPROVE' } }),
  answerQuestion: (caseNo) => ({ path: { caseNo, month: '2026-10', providerId: 'P1' }, body: { text: 'Ja.' } }),
  noteSampled: (caseNo) => ({
    path: { caseNo, month: '2026-10', providerId: 'P1' },
    body: { customer: 'AGREES', visitNotes: 'AGREES' },
  }),
  keepFilling: (caseNo) => ({ path: { caseNo, month: '2026-10' }, body: { visits: [], deviations: [] } }),
  listConsents: (caseNo) => ({ path: { caseNo } }),
  recordConsent: (caseNo) => ({ path: { caseNo }, body: sharing }),
  withdrawConsent: (caseNo) => ({ path: { caseNo, consentId: 'samtycke-1' }, body: {} }),
  forwardInformation: (caseNo) => ({ path: { caseNo }, body: sharing }),
  approveLines: (caseNo) => ({ path: { month: '2026-10', providerId: 'P1' }, body: { caseNos: [caseNo] } }),
};

const others: readonly EntryKey[] = [
  'requestPurchase',
  'listPurchases',
  'saveCustomer',
  'listMessages',
  'listSwitches',
  'readIdentities',
  'importMunicipality',
  'endProvider',
  // What is keyed from paper is judged as a file's rows are: a case that is not known is an error of its row.
  'keyPaper',
  'confirmPaper',
  // Of any case that is known, whoever's it is; of no other, which its own test tries.
  'startAssistance',
];
const notTheirs = /^(?:403|404|422) /;

it('every way in that is told a case number is tried here', async () => {
  const told = (await loadWays()).flatMap(({ key, entry }) => {
    if (entry.kind !== 'endpoint') return [];
    const shapes = [entry.path, entry.query, entry.body].map(
      (shape) => shape && JSON.stringify(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })),
    );
    return shapes.some((shape) => shape?.includes('"caseNo')) ? [key] : [];
  });
  expect([...Object.keys(ways), ...others].toSorted()).toEqual(expect.arrayContaining(told.toSorted()));
  expect(told).toEqual(expect.arrayContaining(Object.keys(ways)));
});

describe('a case that nobody knows, and one that is another’s, are taken by no way in', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    await world.register({ caseNo: 'A-1' }, { caseNo: 'A-9', officerId: 'O9', providerId: 'P9' });
  });
  const kept = async (caseNo: string) =>
    Promise.all(
      [`CASE#${caseNo}`, `JOURNAL#CASE#${caseNo}`, `PERSON#${caseNo}`, `ACCESS#${caseNo}`].map(
        async (pk) => (await world.table.query({ pk })).items,
      ),
    );

  it.each(Object.entries(ways))('%s', async (name, asked) => {
    const key = name as EntryKey;
    const { on } = registry[key] as WayIn;
    const mayAsk = everyone.filter(({ role }) => 'http' in on && on.roles.includes(role));
    expect(mayAsk).not.toEqual([]);
    for (const caseNo of ['A-404', 'A-9'])
      for (const person of mayAsk) {
        // The head and the register are the municipality's own: to them another officer's case is there.
        if (caseNo === 'A-9' && person.role === 'head') continue;
        const before = await kept(caseNo);
        const { status, body } = await world.call(key, person, asked(caseNo));
        expect(`${status} ${body.code}`, `${person.role} ${caseNo}`).toMatch(notTheirs);
        expect(await kept(caseNo)).toEqual(before);
      }
    await world.tick();
    expect(await world.letters()).toEqual([]);
  });
});

it('an order may take a customer in, and a case of another’s may not be taken so', async () => {
  const world = await aWorld();
  await world.register({ caseNo: 'A-9', officerId: 'O9' });
  const body = { providerId: 'P1', services, customer };
  const [officer] = everyone;
  expect((await world.call('placeOrder', officer, { body: { ...body, caseNo: 'A-404' } })).status).toBe(201);
  expect((await world.call('placeOrder', officer, { body: { ...body, caseNo: 'A-9' } })).status).toBe(403);
});
