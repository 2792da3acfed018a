import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run as verify } from '../../../../infra/local/cli/verify.ts';
import { KeySet } from '../../../../shared/domain/public-keys.ts';
import { verifyFolder } from '../../../../shared/domain/verify-folder.ts';
import { anUpload, handedOver } from '../../../support/a-handed-over.ts';
import { aPurchaseWorld, buyers, type PurchaseWorld, pmg } from '../../../support/a-purchase-world.ts';
import { coordinator, type Person, signInFor } from '../../../support/a-world.ts';
import { aPreparedPurchase, signs } from '../../../support/an-agreed-purchase.ts';

let world: PurchaseWorld;
let id: string;
const { pam, paa, hcm, crd, emp, hcm3, eco } = buyers;

const draft = (who: Person = pam, body: object = {}) =>
  world.call('draftAgreement', who, { path: { purchaseId: id }, body });
const sign = (who: Person, body: object = {}) => signs(world, who, id, body);
const start = async (at: string) => {
  const { missing } = await world.read(pam, id);
  return [at, missing.map(({ rule }: { rule: string }) => rule)];
};
const file = (who: Person, query: Record<string, string> = {}) =>
  world.call('getAgreementFile', who, { path: { purchaseId: id }, query });
const recordsIn = () => {
  const folder = join(world.folder, 'documents', 'records');
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.about.json'))
    .map((name) => ({ file: name, bytes: readFileSync(join(folder, name)) }));
};

describe('the agreement of both managers (H-17, H-18)', () => {
  beforeEach(async () => {
    world = await aPurchaseWorld('helsingborg');
    id = await aPreparedPurchase(world);
  });

  it('is one frozen document, signed by both, and help may begin', async () => {
    const drafted = await draft();
    expect(drafted.body.agreement).toMatchObject({
      ...{ state: 'DRAFT', use: 'PLANNED', documentId: 'avtal-1', template: 'hemvård-assistans-1', signatures: [] },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await world.told()).toContain('hcm: Ett avtal väntar på underskrift');
    const half = await sign(hcm);
    expect(half.body).toMatchObject({
      state: 'prepared',
      agreement: { state: 'HALF', signatures: [{ by: 'hcm', role: 'receiving-manager', side: 'RECEIVING' }] },
      record: { kind: 'agreement', seq: 1, signedBy: 'hcm' },
    });
    expect(await start('before')).toEqual(['before', ['H-17']]);
    world.sleepTo('2026-09-01', '15:00');
    const both = await sign(pam);
    expect(both.body).toMatchObject({
      ...{ state: 'agreement-signed', missing: [] },
      agreement: { state: 'SIGNED', sha256: drafted.body.agreement.sha256, signatures: [{ by: 'hcm' }, { by: 'pam' }] },
      record: { seq: 2 },
      deadlines: expect.arrayContaining([
        expect.objectContaining({ code: 'D34', state: 'done' }),
        expect.objectContaining({ code: 'D34', state: 'done' }),
      ]),
    });
    const told = await world.told();
    expect(told.filter((one) => one.endsWith('Ett avtal är undertecknat'))).toEqual([
      'hcm: Ett avtal är undertecknat',
      'pam: Ett avtal är undertecknat',
    ]);
    expect((await world.journal('A-1')).slice(-3)).toEqual([
      'agreement-drafted H-17 pam',
      'agreement-signed H-17 hcm',
      'agreement-signed H-17 pam',
    ]);
  });

  it('each sees the same sum, and nothing of the customer is in what is signed', async () => {
    await draft();
    const seen = await Promise.all(
      [pam, hcm].map((who) => world.call('intendAgreement', who, { path: { purchaseId: id }, body: {} })),
    );
    const [one, other] = seen.map(({ body }) => body);
    expect(one.sha256).toBe(other.sha256);
    expect(one.content).toEqual({
      ...{ municipality: 'Exempelkommun', purchaseId: id, pack: 'helsingborg', use: 'PLANNED' },
      template: 'hemvård-assistans-1',
      documentSha256: (await world.read(pam, id)).agreement.sha256,
      ordering: { id: 'E1', name: 'Assistans Norr' },
      receiving: { id: 'E2', name: 'Hemvården Norr' },
      signers: [
        { side: 'ORDERING', role: 'ordering-manager' },
        { side: 'RECEIVING', role: 'receiving-manager' },
      ],
    });
    expect(JSON.stringify(one)).not.toContain('A-1');
  });

  it('both signatures are records that verify offline, with the document beside them', async () => {
    await draft();
    const { sha256, documentId } = (await world.read(pam, id)).agreement;
    const signed = [await sign(pam), await sign(hcm)].map(({ body }) => body.record.recordId);
    const waiting = await world.call('getAgreementRecord', eco, { path: { purchaseId: id, recordId: signed[0] } });
    expect(waiting.body.payload).toMatchObject({ kind: 'agreement', chain: { stream: `purchase/${id}`, seq: 1 } });
    await world.tick();
    const laid = recordsIn();
    expect(laid.map((one) => one.file).sort()).toEqual([`${documentId}.pdf`, ...signed].sort());
    const keys = KeySet.parse((await world.call('getKeys', undefined)).body);
    const records = laid.filter((one) => !one.file.endsWith('.pdf'));
    expect(await verifyFolder(records, keys)).toMatchObject({
      valid: true,
      files: [{ valid: true }, { valid: true }],
      links: [{ stream: expect.stringContaining(`purchase/${id}`) }],
    });
    const said: string[] = [];
    const out = { write: (text: string) => said.push(text) };
    expect(await verify([join(world.folder, 'documents', 'records')], { stdout: out, stderr: out })).toBe(0);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({
      valid: true,
      files: [{ kind: 'agreement' }, { kind: 'agreement' }],
    });
    const stored = await world.deps.documents.find('records', `${documentId}.pdf`);
    expect(stored?.sha256).toBe(sha256);
    const after = await world.call('getAgreementRecord', hcm, { path: { purchaseId: id, recordId: signed[1] } });
    expect(after.text).toBe(String(records.find((one) => one.file === signed[1])?.bytes));
    const other = { path: { purchaseId: id, recordId: 'bevis-99' } };
    expect((await world.call('getAgreementRecord', hcm, other)).body.code).toBe('record-not-found');
    const changed = records.map((one, n) =>
      n === 0 ? { ...one, bytes: Buffer.from(String(one.bytes).replace('Assistans Norr', 'Assistans Söder')) } : one,
    );
    expect((await verifyFolder(changed, keys)).valid).toBe(false);
  });

  it('in the same second: both stand, one after the other', async () => {
    await draft();
    const path = { purchaseId: id };
    const intents = await Promise.all([pam, hcm].map((who) => world.call('intendAgreement', who, { path, body: {} })));
    const signed = await Promise.all(
      [pam, hcm].map((who, n) => {
        const { intentId } = intents[n]?.body ?? {};
        return world.call('signAgreement', who, { path, body: { intentId }, ...signInFor(intentId) });
      }),
    );
    expect(signed.map(({ status }) => status)).toEqual([201, 201]);
    expect(signed.map(({ body }) => body.record.seq).sort()).toEqual([1, 2]);
    const { agreement } = await world.read(pam, id);
    expect(agreement).toMatchObject({ state: 'SIGNED', signatures: [{ recordId: expect.any(String) }, {}] });
    await world.tick();
    expect((await verifyFolder(recordsIn().filter((one) => !one.file.endsWith('.pdf')))).valid).toBe(true);
  });

  it('A72: by two persons, whatever roles they have', async () => {
    await draft();
    await world.put(
      (await import('../../../../shared/stores/membership-store.ts'))
        .membershipStore(world.table)
        .save(
          { userId: 'pam', role: 'receiving-manager', unitId: 'E2', name: 'Person pam', email: 'pam@kommun.example' },
          undefined,
        ),
    );
    await sign(pam);
    expect((await sign({ ...hcm, userId: 'pam' })).body.code).toBe('same-person');
    expect((await sign(pam)).body.code).toBe('already-signed');
    expect((await sign(hcm)).status).toBe(201);
    expect((await sign(hcm)).body.code).toBe('agreement-signed');
  });

  it('a signature on what was drafted again is void', async () => {
    await draft();
    const path = { purchaseId: id };
    const { intentId } = (await world.call('intendAgreement', hcm, { path, body: {} })).body;
    await sign(pam);
    const again = await draft(pam, { orePerHour: 38_000 });
    expect(again.body.agreement).toMatchObject({ state: 'DRAFT', signatures: [], documentId: 'avtal-2' });
    const late = await world.call('signAgreement', hcm, { path, body: { intentId }, ...signInFor(intentId) });
    expect(late.body.code).toBe('signature-void');
    expect((await world.read(pam, id)).agreement.signatures).toEqual([]);
  });

  it('is signed by a sign-in that was made for it, by nobody else and once', async () => {
    await draft();
    const path = { purchaseId: id };
    const { intentId } = (await world.call('intendAgreement', hcm, { path, body: {} })).body;
    const by = (who: Person, more: object = signInFor(intentId)) =>
      world.call('signAgreement', who, { path, body: { intentId }, ...more });
    expect((await by(hcm, {})).body.code).toBe('sign-in-not-fresh');
    expect((await by(pam)).body.code).toBe('intent-not-found');
    world.sleepTo('2026-09-01', '10:00');
    expect((await by(hcm)).body.code).toBe('intent-expired');
    for (const who of [paa, crd, emp, eco]) expect((await sign(who)).status).toBe(403);
    expect((await sign(hcm3)).body.code).toBe('purchase-not-found');
  });

  it.each([
    ['by the administrator', paa, {}, 403],
    ['of what is not asked for', pam, { use: 'AFTERWARDS' }, 409],
    [
      'of a file that was never sent in',
      pam,
      { documentId: 'fil-99', clauses: ['COST', 'LEGAL_BASIS'], reason: 'se bilagan' },
      422,
    ],
  ])('none is drafted %s', async (_what, who, body, status) => {
    expect((await draft(who, body)).status).toBe(status);
  });

  it('H-08, H-31: a document of one’s own says who pays and by which law; else there is a reason (H-18)', async () => {
    const documentId = await anUpload(world, pam);
    expect((await draft(pam, { documentId, clauses: ['STAFFING'], reason: 'eget' })).body).toMatchObject({
      code: 'condition-missing',
      missing: expect.arrayContaining([expect.objectContaining({ rule: 'H-08', level: 'BLK' })]),
    });
    const made = await draft(pam, { documentId, clauses: ['COST', 'LEGAL_BASIS'], reason: 'står i bilagan' });
    expect(made.body).toMatchObject({ agreement: { state: 'DRAFT', documentId, template: 'EGET' } });
    await sign(pam);
    expect((await sign(hcm)).body.missing).toEqual([expect.objectContaining({ rule: 'H-18', level: 'WRN' })]);
  });

  it('is read by both sides as it was frozen, and one that was changed since is not shown', async () => {
    expect((await file(pam)).body.code).toBe('agreement-missing');
    const { sha256, documentId } = (await draft()).body.agreement;
    for (const who of [pam, hcm, emp, eco])
      expect((await file(who)).body).toMatchObject({ sha256, contentType: 'application/pdf', shown: 'inline' });
    expect((await file(hcm3)).body.code).toBe('purchase-not-found');
    await world.deps.documents.put('documents', documentId, Buffer.from('%PDF-1.7 annat'), 'application/pdf');
    await expect(file(pam)).rejects.toThrow('frozen');
  });

  it('what may be done next is said to whom it is', async () => {
    const next = async (who: Person) => (await world.read(who, id)).next as string[];
    expect(await next(pam)).toEqual(expect.arrayContaining(['draftAgreement', 'scanAgreement', 'recordConsent']));
    expect(await next(pam)).not.toContain('signAgreement');
    await draft();
    expect(await next(hcm)).toContain('signAgreement');
    expect(await next(crd)).not.toContain('signAgreement');
    await sign(hcm);
    expect(await next(hcm)).not.toContain('signAgreement');
    await sign(pam);
    for (const who of [pam, hcm]) expect(await next(who)).not.toContain('draftAgreement');
  });
});

describe('an agreement on paper (H-17)', () => {
  const signatures = [
    { name: 'Anna Exempel', role: 'ordering-manager', on: '2026-09-01' },
    { name: 'Bo Exempel', role: 'receiving-manager', on: '2026-09-01' },
  ];
  let documentId: string;
  const scan = (who: Person, over: object = {}) =>
    world.call('scanAgreement', who, { path: { purchaseId: id }, body: { documentId, page: 2, signatures, ...over } });
  const check = (who: Person, over: object = {}) =>
    world.call('checkScan', who, { path: { purchaseId: id }, body: { documentId, page: 2, signatures, ...over } });
  beforeEach(async () => {
    world = await aPurchaseWorld('helsingborg');
    id = await aPreparedPurchase(world);
    documentId = await anUpload(world, paa);
  });

  it('counts once another person has read the same, and is then sealed', async () => {
    expect((await scan(paa)).body.agreement).toMatchObject({ state: 'DRAFT', scan: { by: 'paa', page: 2 } });
    expect(await world.told()).toContain('hcm: Ett avtal väntar på underskrift');
    expect((await check(paa)).body.code).toBe('same-person');
    const checked = await check(crd);
    expect(checked.body).toMatchObject({
      ...{ state: 'agreement-signed', agreement: { state: 'SCANNED', scan: { checkedBy: 'crd' } } },
      record: { kind: 'agreement', seq: 1, signedBy: 'system' },
    });
    expect(checked.body.missing).toEqual([expect.objectContaining({ rule: 'H-18', level: 'WRN' })]);
    const { recordId } = checked.body.record;
    const sealed = await world.call('getAgreementRecord', pam, { path: { purchaseId: id, recordId } });
    expect(sealed.body.payload.content).toMatchObject({
      documentSha256: checked.body.agreement.scan.sha256,
      paper: { page: 2, signatures, keyedBy: 'paa', checkedBy: 'crd' },
    });
    expect(sealed.text).not.toContain('A-1');
    expect((await file(pam, { file: 'paper' })).status).toBe(200);
    await world.tick();
    expect(
      recordsIn()
        .map((one) => one.file)
        .sort(),
    ).toEqual([recordId, `${documentId}.pdf`].sort());
    expect((await scan(paa)).body.code).toBe('agreement-signed');
  });

  it.each([
    ['the page', { page: 3 }, ['body.page']],
    ['a name', { signatures: [signatures[0], { ...signatures[1], name: 'Bodil Exempel' }] }, ['body.signatures.1']],
    ['a day', { signatures: [{ ...signatures[0], on: '2026-08-31' }, signatures[1]] }, ['body.signatures.0']],
    ['fewer names', { signatures: [signatures[0]] }, ['body.signatures']],
  ])('who reads %s otherwise is told that', async (_what, over, places) => {
    await scan(paa);
    const { body } = await check(crd, over);
    expect(body.code).toBe('scan-differs');
    expect(body.faults.map(({ at }: { at: string }) => at)).toEqual(places);
    expect((await world.read(pam, id)).agreement.state).toBe('DRAFT');
  });

  it('is read as the file that was keyed, and no other', async () => {
    await scan(paa);
    const other = await anUpload(world, paa, '%PDF-1.7 annat');
    expect((await check(crd, { documentId: other })).body.faults).toMatchObject([{ at: 'body.documentId' }]);
  });

  it('without a name it is refused, with the rule in words', async () => {
    const { status, body } = await scan(paa, { signatures: [signatures[0], { ...signatures[1], name: ' ' }] });
    expect([status, body.code]).toEqual([422, 'not-both-managers']);
    expect(body.faults).toMatchObject([{ at: 'body.signatures.1.name' }]);
    expect(body.missing).toMatchObject([{ rule: 'H-17', level: 'BLK' }]);
    expect((await scan(paa, { signatures: [signatures[0]] })).body.code).toBe('not-both-managers');
    expect((await scan(paa, { documentId: 'fil-99' })).body.code).toBe('file-not-found');
    expect((await scan(emp)).status).toBe(403);
    expect((await check(crd)).body.code).toBe('scan-missing');
  });

  it('A72: the same name twice is one person', async () => {
    const { body } = await scan(paa, { signatures: [signatures[0], { ...signatures[1], name: 'anna exempel ' }] });
    expect(body.code).toBe('same-person');
  });
});

describe('a private performer’s manager signs for it', () => {
  it('as its receiving manager', async () => {
    world = await aPurchaseWorld('helsingborg');
    id = await aPreparedPurchase(world, { receivingUnitId: undefined, providerId: 'P1' }, pmg);
    expect((await draft(pmg)).status).toBe(200);
    expect((await sign(coordinator)).status).toBe(403);
    const { body } = await sign(pmg);
    expect(body.agreement.signatures).toMatchObject([{ by: 'M1', role: 'provider-manager', side: 'RECEIVING' }]);
    expect((await sign(pam)).body.agreement.state).toBe('SIGNED');
  });
});

describe('a routine without agreements', () => {
  it('asks for none', async () => {
    world = await aPurchaseWorld('botkyrka');
    id = await world.ask();
    await world.step('decidePurchase', hcm, id, { accept: true });
    expect((await draft()).body.code).toBe('not-in-routine');
    expect((await world.read(pam, id)).next).not.toContain('draftAgreement');
  });
});

describe('acute help', () => {
  beforeEach(async () => {
    world = await aPurchaseWorld('helsingborg');
    id = await world.ask({
      ...{ mode: 'ACUTE', from: '2026-09-01', to: null, arisenAt: '2026-09-01T07:00:00+02:00' },
      grounds: { code: 'FALL_DOUBLE', ownStaffingExcludedAt: '2026-09-01T08:00:00+02:00', kind: 'POINT' },
    });
    await world.step('noteDialogue', pam, id, { at: '2026-09-01T08:30:00+02:00', words: 'det går', outcome: 'FULL' });
    await handedOver(world, id, pam, ['RISK', 'INFORMATION', 'INSTRUCTION']);
  });

  const begun = async () => {
    const { purchaseStore } = await import('../../../../functions/purchases/purchase-store.ts');
    const stored = await purchaseStore(world.table).find(id);
    if (!stored) throw new Error('no purchase');
    const at = world.clock.now();
    await world.put(
      purchaseStore(world.table).save(
        { ...stored.entity, state: 'running', begun: { at, by: 'hcm', visitAt: at } },
        stored,
      ),
    );
  };
  const bothWantItPlanned = async () => {
    const { purchaseStore } = await import('../../../../functions/purchases/purchase-store.ts');
    const stored = await purchaseStore(world.table).find(id);
    if (!stored) throw new Error('no purchase');
    const said = (by: string, side: 'ORDERING' | 'RECEIVING') =>
      ({ at: world.clock.now(), by, side, decision: 'PLANNED', words: 'varje morgon' }) as const;
    const followUp = [said('pam', 'ORDERING'), said('hcm', 'RECEIVING')];
    await world.put(
      purchaseStore(world.table).save({ ...stored.entity, state: 'converted-to-planned', followUp }, stored),
    );
  };

  it('H-30: is agreed on afterwards, when it has begun', async () => {
    expect((await draft()).body.code).toBe('agreement-not-asked');
    await begun();
    expect((await draft()).body.agreement).toMatchObject({ state: 'DRAFT', use: 'AFTERWARDS' });
    await sign(hcm);
    const both = await sign(pam);
    expect(both.body).toMatchObject({ state: 'running', agreement: { state: 'SIGNED', use: 'AFTERWARDS' } });
    expect(await world.journal('A-1')).toContain('agreement-signed H-30 pam');
  });

  it('A79: that becomes planned has an agreement of its own, beside the one afterwards', async () => {
    await begun();
    expect((await draft(pam, { use: 'PLANNED' })).body.code).toBe('not-both-managers');
    await draft();
    await bothWantItPlanned();
    expect((await world.read(pam, id)).agreement).toMatchObject({ use: 'PLANNED', state: 'NONE' });
    await draft(hcm);
    await sign(hcm);
    const both = await sign(pam);
    expect(both.body).toMatchObject({ state: 'active', mode: 'PLANNED', convertedAt: expect.any(String) });
    expect(both.body.agreements).toMatchObject([
      { use: 'PLANNED', state: 'SIGNED' },
      { use: 'AFTERWARDS', state: 'DRAFT' },
    ]);
    expect(await world.journal('A-1')).toContain('purchase-converted H-29 pam');
    expect(both.body.next).toContain('signAgreement');
    await sign(pam);
    expect((await sign(hcm)).body.agreements).toMatchObject([{ state: 'SIGNED' }, { state: 'SIGNED' }]);
  });
});
