import { beforeEach, describe, expect, it } from 'vitest';
import {
  colleague,
  coordinator,
  head,
  neighbour,
  nightPatrol,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { anOrderUnderWay, body as orderBody, path } from '../../../support/an-order-under-way.ts';

const pdf = Buffer.from('%PDF-1.7 en genomförandeplan');
const reason = 'Läser planen inför uppföljningen';

let world: World;
beforeEach(async () => {
  world = await anOrderUnderWay();
});

async function uploaded(who: Person, contentType = 'application/pdf'): Promise<string> {
  const { body } = await world.call('openUpload', who, { body: { contentType } });
  await world.deps.documents.put('incoming', body.documentId, pdf, contentType);
  return body.documentId;
}
async function aPlan(contentType?: string): Promise<string> {
  const documentId = await uploaded(coordinator, contentType);
  const given = { documentId, signedByCustomerOn: '2026-09-10' };
  expect(await world.call('handInCarePlan', coordinator, { path, body: given })).toMatchObject({ status: 201 });
  return documentId;
}
const view = (documentId: string, who: Person = officer, body: object = { reason }, caseNo = 'A-1') =>
  world.call('viewDocument', who, { path: { caseNo, documentId }, body });
const readings = async () =>
  (await world.call('listAccess', head, { path: { caseNo: 'A-1' } })).body.items.filter(
    ({ entry }: { entry: string }) => entry === 'viewDocument',
  );

describe('a paper of a case is opened', () => {
  it.each([
    ['its officer', officer],
    ['the head', head],
    ['the provider that handed it in', coordinator],
  ])('by %s, for five minutes, and the reading is logged with its reason', async (_who, who) => {
    const documentId = await aPlan();
    const { status, body } = await view(documentId, who);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      expiresAt: '2026-09-14T08:05:00+02:00',
      contentType: 'application/pdf',
      shown: 'inline',
    });
    expect(body.url).toContain(documentId);
    expect(await readings()).toMatchObject([{ reason, by: { userId: who.userId }, caseNos: ['A-1'] }]);
  });

  it('and saved, where a browser does not show its kind', async () => {
    expect((await view(await aPlan('image/tiff'))).body).toMatchObject({ shown: 'attachment' });
  });

  it('each time anew: the address is never kept', async () => {
    const documentId = await aPlan();
    const asked = { path: { caseNo: 'A-1', documentId }, body: { reason }, headers: { 'idempotency-key': 'again' } };
    await world.call('viewDocument', officer, asked);
    await world.call('viewDocument', officer, asked);
    expect(await readings()).toHaveLength(2);
  });

  it.each([
    ['a colleague', colleague, 404],
    ['another provider', neighbour, 404],
    ['the night patrol', nightPatrol, 403],
  ])('not by %s', async (_who, who, status) => {
    const documentId = await aPlan();
    expect(await view(documentId, who)).toMatchObject({ status });
    expect(await readings()).toEqual([]);
  });

  it('not without a reason, nor with a number of a person in it', async () => {
    const documentId = await aPlan();
    expect(await view(documentId, officer, {})).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.reason', code: 'missing-field' }] },
    });
    expect(await view(documentId, officer, { reason: 'gäller 191212121212' })).toMatchObject({ status: 422 });
  });

  it('not one that is another case’s, none’s, or was handed over on paper', async () => {
    const documentId = await aPlan();
    await world.call('placeOrder', officer, { body: { ...orderBody, caseNo: 'A-2' } });
    expect(await view(documentId, officer, { reason }, 'A-2')).toMatchObject({
      status: 404,
      body: { code: 'document-not-found' },
    });
    expect(await view('fil-99')).toMatchObject({ status: 404, body: { code: 'document-not-found' } });
    expect(await view(documentId, officer, { reason }, 'A-9')).toMatchObject({
      status: 404,
      body: { code: 'case-not-found' },
    });

    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
    await world.passTo('2026-09-15', '08:00');
    const onPaper = { documents: [{ kind: 'SOCIAL_DOCUMENTATION', dated: '2026-09-14' }] };
    await world.call('returnDocumentation', coordinator, { path, body: onPaper });
    const { items } = (await world.call('listCaseDocuments', officer, { path: { caseNo: 'A-1' } })).body;
    const paper = items.find(({ file }: { file?: object }) => file === undefined);
    expect(await view(paper?.documentId)).toMatchObject({ status: 409, body: { code: 'document-on-paper' } });
  });
});

describe('the form of a choice is opened (L-02)', () => {
  it('by those of the municipality alone', async () => {
    const documentId = await uploaded(officer);
    const choice = { mode: 'WRITTEN', formDocumentId: documentId };
    const placed = await world.call('placeOrder', officer, { body: { ...orderBody, caseNo: 'A-3', choice } });
    expect(placed).toMatchObject({ status: 201 });
    expect(await view(documentId, officer, { reason }, 'A-3')).toMatchObject({ status: 200 });
    expect(await view(documentId, coordinator, { reason }, 'A-3')).toMatchObject({ status: 404 });
  });
});
