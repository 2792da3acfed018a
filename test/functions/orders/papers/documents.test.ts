import { beforeEach, describe, expect, it } from 'vitest';
import { carePlanCopy, documentation } from '../../../../functions/orders/limits/document-deadlines.ts';
import { inDateOrder } from '../../../../functions/orders/papers/return-documentation.ts';
import { localIso } from '../../../../shared/domain/local-time.ts';
import { aPack } from '../../../support/a-pack.ts';
import {
  colleague,
  coordinator,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { anOrderUnderWay, deadlinesOf, body as orderBody, path } from '../../../support/an-order-under-way.ts';
import { anOrder } from '../../../support/builders.ts';
import { sha256Hex } from '../../../support/sha256-hex.ts';

const order = anOrder({ state: 'started' });

describe('the limits of papers', () => {
  it.each([
    ['E35: arbetsdagar past Christmas and New Year', [], '2027-01-12T00:00:00+01:00'],
    ['E35: with eves as arbetsdagar', ['calendar.evesAreVardag=true'], '2027-01-08T00:00:00+01:00'],
  ])('%s', (_what, settings, due) => {
    const deadline = carePlanCopy(order, '2026-12-21', aPack('leksand', ...settings));
    expect([deadline.code, deadline.rule, localIso(deadline.dueAt)]).toEqual(['D16', 'L-55', due]);
  });

  it.each([
    ['E37: day 14 is New Year’s Day, and stands', [], '2027-01-02T00:00:00+01:00'],
    ['E37: rolled forward to Monday', ['rollForward=true'], '2027-01-05T00:00:00+01:00'],
  ])('%s', (_what, settings, due) => {
    const deadline = documentation(order, '2026-12-18', aPack('leksand', ...settings));
    expect([deadline.code, deadline.rule, localIso(deadline.dueAt)]).toEqual(['D15', 'L-53', due]);
  });

  it('are reminded of a week before, not before they run', () => {
    const leksand = aPack('leksand');
    expect(localIso(documentation(order, '2026-12-18', leksand).remindAt ?? '')).toBe('2026-12-25T08:00:00+01:00');
    expect(documentation(order, '2026-12-18', aPack('leksand', 'documentation.returnDays=7')).remindAt).toBeUndefined();
  });
});

it('documentation is put in date order (L-66)', () => {
  const dated = (...days: string[]) => days.map((day) => ({ dated: day }));
  expect(inDateOrder(dated('2026-01-02', '2026-01-01'))).toEqual({
    sorted: dated('2026-01-01', '2026-01-02'),
    warnings: ['NOT_IN_DATE_ORDER'],
  });
  expect(inDateOrder(dated('2026-01-01', '2026-01-01')).warnings).toEqual([]);
});

describe('a provider hands in papers', () => {
  let world: World;
  beforeEach(async () => {
    world = await anOrderUnderWay();
  });
  const pdf = Buffer.from('%PDF-1.7 en genomförandeplan');
  async function uploaded(who: Person = coordinator, bytes: Uint8Array = pdf): Promise<string> {
    const { body } = await world.call('openUpload', who, { body: { contentType: 'application/pdf' } });
    await world.deps.documents.put('incoming', body.documentId, bytes, 'application/pdf');
    return body.documentId;
  }
  const plan = (body: object, who: Person = coordinator) => world.call('handInCarePlan', who, { path, body });
  const documents = (body: object, who: Person = coordinator) => world.call('returnDocumentation', who, { path, body });
  const list = (who: Person, caseNo = 'A-1') => world.call('listCaseDocuments', who, { path: { caseNo } });

  describe('the care plan’s copy (L-54, L-55)', () => {
    it('which the customer has signed, is kept with its hash and meets the limit', async () => {
      expect(await deadlinesOf(world)).toContain('D16 open 2026-09-22T00:00:00+02:00');
      const documentId = await uploaded();
      const answer = await plan({ documentId, signedByCustomerOn: '2026-09-10' });
      expect(answer).toMatchObject({
        status: 201,
        body: { kind: 'CARE_PLAN', dated: '2026-09-10', file: { bytes: pdf.length, sha256: sha256Hex(pdf) } },
      });
      expect(await world.deps.documents.find('documents', documentId)).toMatchObject({ sha256: sha256Hex(pdf) });
      expect(await deadlinesOf(world)).toContain('D16 done 2026-09-22T00:00:00+02:00');
      expect(await world.journal('A-1')).toContain('care-plan-received L-55 K1');
    });

    it('without the customer’s signature is no plan (L-54)', async () => {
      const documentId = await uploaded();
      expect(await plan({ documentId })).toMatchObject({
        status: 422,
        body: { faults: [{ at: 'body.signedByCustomerOn', code: 'missing-field' }] },
      });
      expect(await plan({ documentId, signedByCustomerOn: '2026-09-15' })).toMatchObject({
        status: 422,
        body: { code: 'date-ahead' },
      });
      expect(await deadlinesOf(world)).toContain('D16 open 2026-09-22T00:00:00+02:00');
    });

    it.each([
      ['another provider uploaded', neighbour],
      ['nobody uploaded', undefined],
    ])('that %s is not found', async (_what, who) => {
      const documentId = who ? await uploaded(who) : 'fil-99';
      expect(await plan({ documentId, signedByCustomerOn: '2026-09-10' })).toMatchObject({
        status: 422,
        body: { faults: [{ at: 'body.documentId', code: 'file-not-found' }] },
      });
    });

    it('once, and only for one’s own order', async () => {
      const documentId = await uploaded();
      await plan({ documentId, signedByCustomerOn: '2026-09-10' });
      expect(await plan({ documentId, signedByCustomerOn: '2026-09-11' })).toMatchObject({
        status: 409,
        body: { code: 'document-known' },
      });
      expect(await plan({ documentId, signedByCustomerOn: '2026-09-10' }, neighbour)).toMatchObject({ status: 404 });
    });

    it('not before the services have begun', async () => {
      await world.call('placeOrder', officer, { body: { ...orderBody, caseNo: 'A-2' } });
      const answer = await world.call('handInCarePlan', coordinator, {
        path: { orderId: 'B-2' },
        body: { documentId: await uploaded(), signedByCustomerOn: '2026-09-10' },
      });
      expect(answer).toMatchObject({ status: 409, body: { code: 'order-not-started' } });
    });

    it('is asked for in time and after it (N26)', async () => {
      await world.passTo('2026-09-23', '08:00');
      const post = (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
      expect(post.filter((one) => one === 'p1@utforare.example Handlingar ska lämnas till kommunen')).toHaveLength(2);
    });
  });

  describe('the documentation at the end (L-53, L-65)', () => {
    beforeEach(async () => {
      await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
      await world.passTo('2026-09-15', '08:00');
    });

    it('of a closed order, put in date order with a remark (L-66), meets the limit', async () => {
      const documentId = await uploaded();
      const answer = await documents({
        documents: [
          { dated: '2026-09-12', kind: 'SOCIAL_DOCUMENTATION', documentId },
          { dated: '2026-09-08', kind: 'OTHER' },
        ],
      });
      expect(answer).toMatchObject({ status: 201, body: { warnings: ['NOT_IN_DATE_ORDER'] } });
      expect(
        answer.body.documents.map(({ dated, file }: { dated: string; file?: object }) => [dated, file !== undefined]),
      ).toEqual([
        ['2026-09-08', false],
        ['2026-09-12', true],
      ]);
      expect(await deadlinesOf(world)).toContain('D15 done 2026-09-29T00:00:00+02:00');
      expect((await list(officer)).body.items.map(({ dated }: { dated: string }) => dated)).toEqual([
        '2026-09-08',
        '2026-09-12',
      ]);
    });

    it('late keeps its mark, and what came later is added', async () => {
      await world.passTo('2026-09-30', '08:00');
      const one = { documents: [{ dated: '2026-09-12', kind: 'OTHER' }] };
      expect(await documents(one, manager)).toMatchObject({ status: 201, body: { warnings: [] } });
      expect(await deadlinesOf(world)).toContain('D15 overdue 2026-09-29T00:00:00+02:00');
      await documents({ documents: [{ dated: '2026-09-13', kind: 'OTHER' }] });
      expect((await list(head)).body.items).toHaveLength(2);
    });

    it('all of which has gone to the new provider is met by saying so (L-65)', async () => {
      expect(await documents({ documents: [], handedOverToNew: true })).toMatchObject({ status: 201 });
      expect(await deadlinesOf(world)).toContain('D15 done 2026-09-29T00:00:00+02:00');
    });

    it.each([
      ['nothing', { documents: [] }, 'body.documents', 'documents-missing'],
      [
        'what is dated ahead',
        { documents: [{ dated: '2026-09-16', kind: 'OTHER' }] },
        'body.documents.0.dated',
        'date-ahead',
      ],
      [
        'a file that is not there',
        { documents: [{ dated: '2026-09-10', kind: 'OTHER', documentId: 'fil-99' }] },
        'body.documents.0.documentId',
        'file-not-found',
      ],
      [
        'one file as two papers',
        { documents: ['2026-09-10', '2026-09-11'].map((dated) => ({ dated, kind: 'OTHER', documentId: 'fil-1' })) },
        'body.documents',
        'document-twice',
      ],
    ])('not %s', async (_what, body, place, code) => {
      expect(await documents(body)).toMatchObject({ status: 422, body: { faults: [{ at: place, code }] } });
      expect(await deadlinesOf(world)).toContain('D15 open 2026-09-29T00:00:00+02:00');
    });

    it('not by another provider', async () => {
      expect(await documents({ documents: [], handedOverToNew: true }, neighbour)).toMatchObject({ status: 404 });
    });
  });

  it('no documentation while no last day is known', async () => {
    expect(await documents({ documents: [], handedOverToNew: true })).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-return' },
    });
  });

  it('a case’s papers are seen by its officer, the head, and the provider that handed them in', async () => {
    await plan({ documentId: await uploaded(), signedByCustomerOn: '2026-09-10' });
    for (const who of [officer, head, coordinator]) expect((await list(who)).body.items).toHaveLength(1);
    await world.register({ caseNo: 'A-1', providerId: 'P2', to: '2026-09-06' });
    expect((await list(neighbour)).body.items).toEqual([]);
  });

  it('to others it is a case that does not exist', async () => {
    const missing = await list(colleague, 'A-9');
    expect([missing.status, (await list(colleague)).text, (await list(neighbour)).text]).toEqual([
      404,
      missing.text,
      missing.text,
    ]);
  });
});
