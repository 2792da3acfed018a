import { beforeEach, describe, expect, it } from 'vitest';
import { loadSaid } from '../../../../functions/mail/reading/load-said.ts';
import { meaningOf } from '../../../../functions/mail/reading/understood.ts';
import type { ReadMail } from '../../../../shared/mail/read-mail.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { aWorld, officer, providers, type World } from '../../../support/a-world.ts';

let world: World;

beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  for (const [caseNo, name] of [
    ['A-1', 'Maj Provsson'],
    ['A-2', 'Karin Provberg'],
  ] as const) {
    await world.takeIn(caseNo);
    const services = [{ code: 'OMV', minutesPerMonth: 300 }];
    await world.call('placeOrder', officer, { body: { caseNo, providerId: 'P1', services, customer: { name } } });
  }
});

const mail = (text: string): ReadMail => ({
  ...{ messageId: '', subject: 'Sv', date: undefined, files: [], text },
  headers: [{ key: 'from', value: 'p1@utforare.example' }],
});
const said = (text: string) => loadSaid(mail(text), { caseNo: 'A-1', providerId: 'P1' }, world.deps);
const meant = async (text: string) => meaningOf(await said(text), '2026-11-02', { codes: ['OMV'] });

describe('whom the provider has named to the municipality', () => {
  // Told by nothing but the register: neither is a given name that is known, nor a surname by its form.
  const contact = { name: 'Quillon Ystrax', phone: '08-1', email: 'quillon@utforare.example' };
  const name = async () => {
    const stored = await providerStore(world.table).find('P1');
    await world.put(providerStore(world.table).save({ ...providers.P1, contacts: [contact] }, stored));
  };
  it.each(['JA\n\nHälsningar\nquillon ystrax', 'JA\n\nHälsningar quillon', 'JA\n\n/quillon ystrax'])(
    'signs with that name, and says nothing by it: %j',
    async (text) => {
      expect(await meant(text)).toMatchObject({ ok: false });
      await name();
      expect(await meant(text)).toMatchObject({ ok: true, acts: [{ act: 'confirm' }] });
    },
  );
  it('still says what else stands there', async () => {
    await name();
    expect(await meant('JA\n\nHälsningar\nQuillon Ystrax, men inte onsdagar')).toMatchObject({ ok: false });
  });
});

describe('what is hidden in what is kept', () => {
  it.each([
    ['JA för Maj Provsson', 'JA för •••'],
    ['JA. Karin Provberg vill också', 'JA. ••• vill också'],
    ['JA, Björkvägen 3 lgh 1102', 'JA, •••'],
    ['JA 19 12 12 12 12 12', 'JA •••'],
  ])('%j', async (text, shown) => {
    const { text: kept, words } = await said(text);
    expect([kept, words]).toEqual([shown, shown]);
  });
  it('and the sender is told so, while what was said is done', async () => {
    expect(await meant('JA, Storgatan 12 B')).toEqual({ ok: true, acts: [{ act: 'confirm' }], isMasked: true });
    expect(await meant('EJ UTFÖRT OMV Karin Provberg går före')).toMatchObject({
      ...{ ok: true, isMasked: true },
      acts: [{ services: [{ reason: '••• går före' }] }],
    });
  });
});
