import { beforeEach, describe, expect, it } from 'vitest';
import { consentStore } from '../../../../functions/purchases/preparing/consent-store.ts';
import type { Purchase } from '../../../../functions/purchases/purchase.ts';
import type { EntryKey } from '../../../../functions/registry.ts';
import { anUpload } from '../../../support/a-handed-over.ts';
import { aConsent, aPurchase, aRunning } from '../../../support/a-purchase.ts';
import { aPurchaseWorld, buyers, type PurchaseWorld } from '../../../support/a-purchase-world.ts';
import type { Person } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: PurchaseWorld;
let id: string;
const { pam, paa, hcm, crd, emp, hcm3, eco } = buyers;

const ask = (key: EntryKey, person: Person, body: unknown, path: Record<string, string> = {}) =>
  world.call(key, person, { path: { purchaseId: id, ...path }, body });
const around = async (person: Person, query: Record<string, string> = {}) =>
  (await world.call('listAround', person, { path: { purchaseId: id }, query })).body.items;
const tasksOf = async (person: Person) =>
  (await world.call('listTasks', person)).body.items.map(
    ({ code, title, state }: Record<string, string>) => `${code} ${title} ${state}`,
  );
const begins = async (pack: string, over: Partial<Purchase> = {}) => {
  world = await aPurchaseWorld(pack, { date: '2026-09-14', clock: '09:00' });
  id = await world.stands(aRunning({ pack, ...over }));
};

describe('a deviation, and lex Sarah (B-11, H-36, A63)', () => {
  it.each([
    ['B-11: is its own manager’s, whoever noted it', 'botkyrka', hcm, pam, 'hcm'],
    ['H-36: is the ordering manager’s at once', 'helsingborg', pam, hcm, 'pam'],
  ] as const)('%s', async (_what, pack, owner, other, told) => {
    await begins(pack);
    const noted = await ask('openDeviation', emp, { kind: 'LEX_SARAH', words: 'lyften gick sönder' });
    expect(noted).toMatchObject({ status: 201, body: { what: 'deviation', state: 'OPEN', kind: 'LEX_SARAH' } });
    expect(await world.told()).toContain(`${told}: Något har hänt i ett köp av timmar`);
    expect((await world.letters()).every(({ text }) => !/lyften|A-1/.test(text))).toBe(true);
    expect(await tasksOf(owner)).toEqual(['D40 Ta hand om avvikelsen due']);
    expect(await tasksOf(other)).toEqual([]);
    const path = { deviationId: noted.body.id };
    const words = { words: 'ny lyft är beställd' };
    expect((await ask('closeDeviation', other, words, path)).body.code).toBe('not-your-side');
    expect((await ask('closeDeviation', owner, words, path)).body).toMatchObject({ state: 'CLOSED', closed: words });
    expect((await ask('closeDeviation', owner, words, path)).body.code).toBe('already-closed');
    expect(await tasksOf(owner)).toEqual(['D40 Ta hand om avvikelsen done']);
    expect(await world.journal('A-1')).toEqual([
      `purchase-deviation-noted ${pack === 'botkyrka' ? 'B-11' : 'H-36'} emp`,
      `purchase-deviation-closed ${pack === 'botkyrka' ? 'B-11' : 'H-36'} ${owner.userId}`,
    ]);
  });

  it('what was written is for the managers and for who wrote it; that there is something, for their people', async () => {
    await begins('helsingborg');
    await ask('openDeviation', emp, { kind: 'DEVIATION', words: 'lyften gick sönder' });
    for (const one of [pam, hcm, emp])
      expect(await around(one)).toMatchObject([{ opened: { words: 'lyften gick sönder' } }]);
    for (const one of [crd]) expect(JSON.stringify(await around(one))).not.toContain('lyften');
    for (const one of [hcm3])
      expect((await world.call('listAround', one, { path: { purchaseId: id } })).status).toBe(404);
    for (const one of [paa, eco])
      expect((await world.call('listAround', one, { path: { purchaseId: id } })).status).toBe(403);
  });

  it('outlives the help, and the steps of the purchase', async () => {
    await begins('helsingborg');
    await ask('openDeviation', emp, { kind: 'DEVIATION', words: 'kom för sent' });
    await world.step('endPurchase', hcm, id, { on: '2026-09-14', reason: 'behovet är över' });
    expect(await tasksOf(pam)).toEqual(['D40 Ta hand om avvikelsen due']);
    await world.passTo('2026-09-23', '08:00');
    expect(await tasksOf(pam)).toEqual(['D40 Ta hand om avvikelsen late']);
  });

  it('is not noted around what nobody has taken on, nor with a person’s number', async () => {
    await begins('helsingborg');
    expect((await ask('openDeviation', emp, { kind: 'DEVIATION', words: '19121212-1212 föll' })).body.code).toBe(
      'bad-request',
    );
    id = await world.stands(aPurchase({ id: 'kop-2' }));
    expect((await ask('openDeviation', emp, { kind: 'DEVIATION', words: 'x' })).body.code).toBe(
      'purchase-not-accepted',
    );
  });
});

describe('a work injury (H-40, H-41, D37)', () => {
  beforeEach(() => begins('helsingborg'));

  it('is investigated by the performer’s manager, who tells the measures before it is closed', async () => {
    const { body: injury } = await ask('reportInjury', emp, { reference: 'AS-17' });
    expect(injury).toMatchObject({ what: 'injury', state: 'OPEN', reference: 'AS-17' });
    expect(await tasksOf(hcm)).toEqual(['D37 Utred arbetsskadan och berätta om åtgärderna due']);
    const path = { injuryId: injury.id };
    expect((await ask('closeInjury', hcm, {}, path)).body).toMatchObject({
      ...{ code: 'condition-missing', missing: [{ rule: 'H-41', level: 'BLK' }] },
    });
    expect((await ask('shareMeasures', pam, { words: 'x' }, path)).status).toBe(403);
    expect((await ask('shareMeasures', hcm, { words: 'två lyfter tillsammans' }, path)).body).toMatchObject({
      ...{ state: 'SHARED', next: ['shareMeasures', 'closeInjury'] },
    });
    expect(await around(pam)).toMatchObject([{ measures: { words: 'två lyfter tillsammans' } }]);
    expect((await ask('closeInjury', hcm, {}, path)).body.state).toBe('CLOSED');
    expect(await world.told()).toEqual([
      'hcm: Något har hänt i ett köp av timmar',
      'odp: Något har hänt i ett köp av timmar',
      'pam: Något har hänt i ett köp av timmar',
    ]);
    expect(await world.journal('A-1')).toEqual([
      'purchase-injury-reported H-40 emp',
      'purchase-measures-shared H-41 hcm',
      'purchase-injury-closed H-41 hcm',
    ]);
  });

  it('is late on the fifteenth day, once', async () => {
    await ask('reportInjury', emp, {});
    await world.passTo('2026-09-28', '23:00');
    expect(await tasksOf(hcm)).toEqual(['D37 Utred arbetsskadan och berätta om åtgärderna due']);
    await world.passTo('2026-10-05', '08:00');
    expect(
      (await world.letters()).filter(({ text }) => text.includes('inte färdigutredd')).map(({ to }) => to),
    ).toEqual(['hcm@kommun.example']);
  });

  it('of no routine without one', async () => {
    await begins('botkyrka');
    expect((await ask('reportInjury', emp, {})).body.code).toBe('not-in-routine');
  });
});

describe('training needs (H-34)', () => {
  it('are told the orderer’s manager, who answers', async () => {
    await begins('helsingborg');
    const { body: need } = await ask('tellTrainingNeed', hcm, { words: 'lyft med två' });
    expect(await tasksOf(pam)).toEqual(['D40 Besvara utbildningsbehovet due']);
    const answered = await ask('answerTrainingNeed', pam, { words: 'på fredag' }, { needId: need.id });
    expect(answered.body).toMatchObject({ state: 'CLOSED', closed: { words: 'på fredag' } });
    expect((await ask('answerTrainingNeed', pam, { words: 'igen' }, { needId: need.id })).body.code).toBe(
      'already-closed',
    );
    expect((await ask('closeDeviation', pam, { words: 'x' }, { deviationId: need.id })).body.code).toBe(
      'matter-not-found',
    );
    expect((await ask('tellTrainingNeed', crd, { words: 'x' })).status).toBe(403);
    expect(await world.told()).toContain('hcm: Något har hänt i ett köp av timmar');
    await begins('halmstad');
    expect((await ask('tellTrainingNeed', hcm, { words: 'x' })).body.code).toBe('not-in-routine');
  });
});

describe('information that is asked for (B-10, B-20 to B-23)', () => {
  beforeEach(() => begins('botkyrka'));

  it('is sent when a consent names who asked, and read by them', async () => {
    const { body: question } = await ask('askInformation', pam, { words: 'hur går morgnarna' });
    expect(await tasksOf(hcm)).toEqual(['D40 Besvara frågan om hjälpen due']);
    await anUpload(world, hcm);
    const path = { questionId: question.id };
    const answer = () => ask('answerInformation', hcm, { documentIds: ['fil-1'] }, path);
    expect((await answer()).body.code).toBe('consent-missing');
    const consent = aConsent({
      kind: 'JOURNAL_ACCESS',
      recipients: ['pam'],
      channels: ['SYSM'],
      journalRef: 'SJ 12',
      given: { at: at('2026-09-10 09:00'), by: 'hcm' },
    });
    await world.put(consentStore(world.table).save(consent, undefined));
    expect((await ask('answerInformation', hcm, { documentIds: ['fil-2'] }, path)).body).toMatchObject({
      ...{ code: 'file-not-found', faults: [{ at: 'body.documentIds.0' }] },
    });
    expect((await answer()).body).toMatchObject({ state: 'CLOSED', closed: { documentIds: ['fil-1'] } });
    expect(await around(pam)).toMatchObject([{ closed: { documentIds: ['fil-1'] } }]);
    expect(JSON.stringify(await around(crd))).not.toMatch(/fil-1|morgnarna/);
    const read = (person: Person) =>
      world.call('openPurchaseDocument', person, { path: { purchaseId: id, documentId: 'fil-1' }, body: {} });
    expect((await read(pam)).status).toBe(200);
    expect((await read(emp)).status).toBe(404);
    expect(await world.journal('A-1')).toEqual([
      'purchase-information-asked B-10 pam',
      'purchase-information-sent B-10 hcm',
    ]);
  });
});

describe('notes are in the form that the routine asks for (B-12, B-19, H-35, M-14)', () => {
  it('H-35: on paper that is scanned; elsewhere paper asks a reason', async () => {
    await begins('helsingborg');
    await anUpload(world, emp);
    expect((await ask('notePurchase', emp, { form: 'PAPER' })).body).toMatchObject({
      ...{ code: 'note-part-missing', faults: [{ at: 'body.documentId' }] },
    });
    expect((await ask('notePurchase', emp, { form: 'DIGITAL', words: 'allt gick bra' })).body.missing).toMatchObject([
      { rule: 'H-35', level: 'WRN' },
    ]);
    expect((await ask('notePurchase', emp, { form: 'PAPER', documentId: 'fil-1' })).body).toMatchObject({
      what: 'note',
      state: 'KEPT',
      form: 'PAPER',
    });
    expect(
      (await world.call('openPurchaseDocument', crd, { path: { purchaseId: id, documentId: 'fil-1' }, body: {} }))
        .status,
    ).toBe(200);
    await begins('botkyrka');
    expect((await ask('notePurchase', emp, { form: 'JOURNAL_REF', reference: 'SJ 14' })).body).toMatchObject({
      form: 'JOURNAL_REF',
      reference: 'SJ 14',
    });
    expect((await ask('notePurchase', emp, { form: 'PAPER', documentId: 'fil-9' })).body.missing).toMatchObject([
      { rule: 'B-12', level: 'WRN' },
    ]);
    expect((await ask('notePurchase', pam, { form: 'JOURNAL_REF', reference: 'SJ 14' })).status).toBe(403);
  });

  it('many are a page at a time', async () => {
    await begins('botkyrka');
    for (let n = 0; n < 5; n++) await ask('notePurchase', emp, { form: 'JOURNAL_REF', reference: `SJ ${n}` });
    const first = (await world.call('listAround', hcm, { path: { purchaseId: id }, query: { limit: '3' } })).body;
    const rest = (
      await world.call('listAround', hcm, { path: { purchaseId: id }, query: { limit: '3', cursor: first.next } })
    ).body;
    expect([...first.items, ...rest.items].map(({ reference }: { reference: string }) => reference).sort()).toEqual([
      'SJ 0',
      'SJ 1',
      'SJ 2',
      'SJ 3',
      'SJ 4',
    ]);
    expect(await around(hcm, { what: 'deviation' })).toEqual([]);
  });
});
