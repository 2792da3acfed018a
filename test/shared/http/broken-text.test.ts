import { beforeAll, describe, expect, it } from 'vitest';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { aMonthEnd, path, visits } from '../../support/a-handed-in-month.ts';
import { aReport } from '../../support/a-report.ts';
import { administrator, aWorld, head, manager, officer, providers, type World } from '../../support/a-world.ts';

const half = 'bra \ud83d';

/** RFC 8785 cannot write half a character, and no page, PDF or letter can show a control character. */
describe('a request with broken text in it', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });

  const refused = async (...asked: Parameters<World['call']>) => {
    const { status, body } = await world.call(...asked);
    expect([status, body.code]).toEqual([422, 'bad-request']);
    return body.faults.map(({ at, code }: { at: string; code: string }) => `${at} ${code}`);
  };

  it('is refused at its field, whichever that is', async () => {
    const lines = { month: '2026-10', providerId: 'P2', caseNo: 'A-1051' };
    const contacts = [{ with: 'customer', note: half }];
    const decision = { decision: 'APPROVE', comment: half, contacts };
    expect(await refused('decideLine', officer, { path: lines, body: decision })).toEqual([
      'body.comment malformed-text',
      'body.contacts.0.note malformed-text',
    ]);
    const provider = { number: 1, name: half, kind: 'private', email: '' };
    const ofP1 = { providerId: 'P1' };
    expect(await refused('saveProvider', administrator, { path: ofP1, body: provider })).toEqual([
      'body.name malformed-text',
    ]);
    expect(
      await refused('saveProvider', administrator, { path: ofP1, body: { ...provider, name: 'Vård\u0000' } }),
    ).toEqual(['body.name control-character']);
    expect(await refused('listTasks', officer, { query: { state: half } })).toEqual(['query.state malformed-text']);
    expect(await refused('getOrder', officer, { path: { orderId: half } })).toEqual(['path.orderId malformed-text']);
    const acting = { 'x-acting-for': half };
    expect((await world.call('listTasks', officer, { headers: acting })).status).toBeGreaterThanOrEqual(400);
  });

  it('is refused in the name of a field, and in what a way in does not look at itself', async () => {
    expect(await refused('placeOrder', officer, { body: { [half]: 1 } })).toEqual(['body.bra \ufffd malformed-text']);
    expect(await refused('verifyRecord', undefined, { body: { payload: { content: { comment: half } } } })).toEqual([
      'body.payload.content.comment malformed-text',
    ]);
    const file = { municipality: half, cases: [{ customer: { name: half } }] };
    expect(await refused('importMunicipality', administrator, { body: { file } })).toEqual([
      'body.file.municipality malformed-text',
      'body.file.cases.0.customer.name malformed-text',
    ]);
  });

  it('is refused in the text of a file that stands in the request', async () => {
    const body = { report: { text: half }, deviations: { text: 'a\u0007' } };
    expect(await refused('checkMonth', manager, { path: { month: '2026-10' }, body })).toEqual([
      'body.report.text malformed-text',
      'body.deviations.text control-character',
    ]);
  });

  it('is told in both languages', async () => {
    const tell = async (language: string) => {
      const headers = { 'accept-language': language };
      const { body } = await world.call('sendStatement', head, {
        path: { month: '2026-10', providerId: 'P1' },
        body: { intentId: half },
        headers,
      });
      return body.faults[0].message;
    };
    expect(await tell('sv')).toBe('Ett tecken i texten är trasigt. Skriv om det.');
    expect(await tell('en')).toBe('A character in the text is broken. Write it again.');
  });

  it('was kept before the door looked: then the place is told, by case, and nothing is a failure of the machine', async () => {
    const old = await aMonthEnd();
    await old.put(
      providerStore(old.table).save({ ...providers.P1, name: half }, await providerStore(old.table).find('P1')),
    );
    const refusedIntent = await old.call('intendSubmission', manager, { path, body: aReport(visits) });
    expect([refusedIntent.status, refusedIntent.body]).toMatchObject([
      409,
      { code: 'text-not-signable', faults: [{ at: 'providerName', code: 'malformed-text' }] },
    ]);
    await old.put(providerStore(old.table).save(providers.P1, await providerStore(old.table).find('P1')));
    expect((await old.call('intendSubmission', manager, { path, body: aReport(visits) })).status).toBe(201);
  });

  it('may hold whole emoji, tabs and line breaks', async () => {
    const body = { number: 1, name: 'Vård 😀', kind: 'private', email: '', offers: 'Rad ett\r\n\tRad två' };
    expect((await world.call('saveProvider', administrator, { path: { providerId: 'P1' }, body })).status).toBe(200);
  });
});
