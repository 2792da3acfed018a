import { beforeEach, describe, expect, it } from 'vitest';
import { paperStore } from '../../../../functions/months/paper/paper-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  administrator,
  colleague,
  coordinator,
  head,
  officer,
  type Person,
  signInFor,
} from '../../../support/a-world.ts';
import {
  anInvoiceWorld,
  attest,
  classify,
  code,
  deputy,
  type InvoiceWorld,
  month,
  ofP1,
  otherHead,
  receive,
  seen,
} from '../../../support/an-invoice-world.ts';

let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
});

describe('an invoice from the provider to its attestation', () => {
  it('is received, marked secret, coded as the municipality usually does, and attested by a signed record', async () => {
    const received = await receive(world);
    expect(received).toMatchObject({
      status: 201,
      body: { state: 'received', verdict: 'ACCEPT', kind: 'INVOICE', month, providerId: 'P1', amountOre: 420_000 },
    });
    const { invoiceId, sha256 } = received.body;
    expect((await classify(world, invoiceId)).body).toMatchObject({ state: 'classified', secrecy: { by: 'D1' } });
    const coded = await code(world, invoiceId);
    expect(coded.body).toMatchObject({
      state: 'coded',
      coding: { by: 'H1', rows: [{ account: '4642', amountOre: 420_000 }] },
      next: ['codeInvoice', 'attestInvoice', 'returnInvoice'],
    });
    const attested = await attest(world, invoiceId);
    expect(attested).toMatchObject({
      status: 201,
      body: { state: 'attested', record: { kind: 'attestation', signedBy: 'H1', role: 'head' } },
    });
    const record = await world.call('getRecord', head, {
      path: { ...ofP1, recordId: attested.body.record.recordId },
    });
    expect(record.body.payload).toMatchObject({
      kind: 'attestation',
      content: {
        ...{ invoiceId, fileSha256: sha256, number: '2026-10-P1', payableOre: 420_000 },
        ...{ statementSha256: world.statementSha256, coding: [{ account: '4642', dims: {}, amountOre: 420_000 }] },
      },
    });
    const verified = await world.call('verifyRecord', undefined, { body: record.body });
    expect(verified.body).toMatchObject({ valid: true, kind: 'attestation' });
    expect((await seen(world, invoiceId, coordinator)).body).toMatchObject({ state: 'attested', next: [] });
    expect((await world.monthJournal(month, 'P1')).filter((row) => row.startsWith('invoice-')).toSorted()).toEqual([
      'invoice-attested L-51 H1',
      'invoice-classified L-41 D1',
      'invoice-coded L-51 H1',
      'invoice-received L-40 M1',
    ]);
  });
});

const of = (invoiceId: string) => ({ path: { invoiceId } });
const intend = (invoiceId: string, who: Person = head) =>
  world.call('intendAttestation', who, { ...of(invoiceId), body: {} });
const sign = (invoiceId: string, intentId: string, who: Person = head, claims: object = {}) =>
  world.call('attestInvoice', who, {
    ...of(invoiceId),
    body: { intentId },
    claims: { ...signInFor(intentId).claims, ...claims },
  });
async function coded(over: object = {}): Promise<string> {
  const { invoiceId } = (await receive(world, over)).body;
  await classify(world, invoiceId);
  await code(world, invoiceId);
  return invoiceId;
}
const hasRole = async (who: Person, more: object = {}) => {
  const found = await membershipStore(world.table).find(who.userId, who.role);
  const next = { userId: who.userId, role: who.role, email: `${who.userId}@kommun.example`, ...more };
  await world.put(membershipStore(world.table).save({ ...found?.entity, ...next }, found));
};

describe('who may attest, and when', () => {
  it('not before it is marked secret (L-41), nor before it is coded (L-51)', async () => {
    const { invoiceId } = (await receive(world)).body;
    expect((await intend(invoiceId)).body.code).toBe('not-classified');
    expect((await code(world, invoiceId)).body.code).toBe('not-classified');
    await classify(world, invoiceId);
    expect((await intend(invoiceId)).body.code).toBe('not-coded');
  });

  it('no officer, in that role; and none who is a head too but decided a line of the month (A72)', async () => {
    const invoiceId = await coded();
    expect((await intend(invoiceId, officer)).status).toBe(403);
    for (const { userId } of [officer, colleague]) {
      await hasRole({ userId, role: 'head' });
      expect((await intend(invoiceId, { userId, role: 'head' })).body.code).toBe('four-eyes');
    }
  });

  it('nobody who keyed its figures or marked it secret, whatever they are now (A72)', async () => {
    const { invoiceId } = (await receive(world, {}, administrator, { providerId: 'P1' })).body;
    const other: Person = { userId: 'D2', role: 'administrator' };
    await classify(world, invoiceId, other);
    await code(world, invoiceId);
    for (const userId of [administrator.userId, other.userId]) {
      await hasRole({ userId, role: 'head' });
      expect((await intend(invoiceId, { userId, role: 'head' })).body.code, userId).toBe('four-eyes');
    }
    expect((await attest(world, invoiceId)).status).toBe(201);
  });

  it('nobody who keyed the month from its paper, or read it as the second person (A72)', async () => {
    const invoiceId = await coded();
    const [at, keyedBy] = [world.clock.now(), [deputy.userId, otherHead.userId]];
    const [first, second] = keyedBy.map((by) => ({ by, role: 'administrator' as const, at, keyingId: 'avskrift' }));
    await world.put(
      paperStore(world.table).save(
        {
          ...{ id: 'papper-1', month, providerId: 'P1', state: 'laid', arrivedOn: '2026-11-02' },
          ...{ filedBy: 'D1', filedAt: at, scans: [], prints: [], pages: [], first, second, keyedBy },
        },
        undefined,
      ),
    );
    for (const who of [deputy, otherHead]) expect((await intend(invoiceId, who)).body.code).toBe('four-eyes');
    expect((await attest(world, invoiceId)).status).toBe(201);
  });

  it('by a sign-in of the last five minutes, made for it, and each intent once', async () => {
    const invoiceId = await coded();
    const { intentId } = (await intend(invoiceId)).body;
    const old = Math.floor(Date.parse(world.clock.now()) / 1000) - 301;
    expect((await sign(invoiceId, intentId, head, { auth_time: old })).body.code).toBe('sign-in-not-fresh');
    expect((await sign(invoiceId, intentId, head, { nonce: 'avsikt-999' })).body.code).toBe('sign-in-not-fresh');
    expect((await sign(invoiceId, intentId)).status).toBe(201);
    expect((await sign(invoiceId, intentId)).body.code).toBe('invoice-attested');
    expect((await sign(invoiceId, intentId, deputy)).body.code).toBe('intent-not-found');
  });

  it('on what was shown: an invoice that is coded anew is seen again', async () => {
    const invoiceId = await coded();
    const { intentId } = (await intend(invoiceId)).body;
    await code(world, invoiceId, { rows: [{ account: '4643', amountOre: 420_000 }] });
    expect((await sign(invoiceId, intentId)).body.code).toBe('content-changed');
    expect((await seen(world, invoiceId)).body.state).toBe('coded');
  });

  it('two at once: one of them attests, and the other is told that it is done', async () => {
    const invoiceId = await coded();
    const intents = await Promise.all(
      [head, otherHead].map(async (who) => (await intend(invoiceId, who)).body.intentId),
    );
    const [one, other] = await Promise.all([sign(invoiceId, intents[0]), sign(invoiceId, intents[1], otherHead)]);
    expect([one?.status, other?.status].toSorted()).toEqual([201, 409]);
    expect([one, other].find((answer) => answer?.status === 409)?.body.code).toBe('invoice-attested');
    expect((await seen(world, invoiceId)).body.attestations).toHaveLength(1);
  });
});

describe('when two are needed', () => {
  it('above the limit of the first, by another whose limit reaches', async () => {
    await hasRole(head, { attestLimitOre: 419_999 });
    await hasRole(deputy, { attestLimitOre: 400_000 });
    const invoiceId = await coded();
    expect((await attest(world, invoiceId)).body).toMatchObject({ state: 'attested', needsSecond: true });
    expect((await attest(world, invoiceId)).body.code).toBe('four-eyes');
    expect((await attest(world, invoiceId, deputy)).body.code).toBe('above-limit');
    const second = await attest(world, invoiceId, otherHead);
    expect(second.body).toMatchObject({ state: 'second-attested', attestations: [{ by: 'H1' }, { by: 'H3' }] });
    expect((await attest(world, invoiceId, deputy)).body.code).toBe('invoice-attested');
  });

  it('to the öre within the limit one is enough', async () => {
    await hasRole(head, { attestLimitOre: 420_000 });
    expect((await attest(world, await coded())).body).toMatchObject({ state: 'attested', needsSecond: false });
  });

  it('by the routine (A62): another person than the first', async () => {
    world = await anInvoiceWorld({ settings: { overrides: ['attest.second=true'] } });
    const invoiceId = await coded();
    expect((await attest(world, invoiceId)).body).toMatchObject({ state: 'attested', needsSecond: true });
    expect((await attest(world, invoiceId)).body.code).toBe('four-eyes');
    const second = await attest(world, invoiceId, deputy);
    expect(second.body).toMatchObject({ state: 'second-attested' });
    const record = await world.call('getRecord', head, { path: { ...ofP1, recordId: second.body.record.recordId } });
    expect(record.body.payload.content.refersTo.recordId).toBe(second.body.attestations[0].recordId);
  });
});

describe('when nobody is left', () => {
  it('the heads are asked to appoint a deputy (A72)', async () => {
    for (const who of [head, deputy, otherHead]) await hasRole(who, { to: '2026-11-15' });
    await hasRole({ userId: officer.userId, role: 'head' });
    const titles = async (who: Person) =>
      (await world.call('listMessages', who, {})).body.items.map(({ title }: { title: string }) => title);
    await classify(world, (await receive(world)).body.invoiceId);
    const officerAsHead: Person = { userId: officer.userId, role: 'head' };
    expect(await titles(officerAsHead)).toContain('En faktura kan inte attesteras');
  });
});
