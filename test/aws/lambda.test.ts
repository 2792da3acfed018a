import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lambdaFor } from '../../shared/aws/lambda.ts';
import { deliveryOf } from '../../shared/aws/ses-events.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import { job } from '../../shared/http/job.ts';
import { Busy } from '../../shared/ports/table.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { sealedStore } from '../../shared/stores/sealed-store.ts';
import { aLetter } from '../support/builders.ts';
import { aCell } from './support/a-cell.ts';
import { aCloud, type Cloud } from './support/a-cloud.ts';
import { clients } from './support/clients.ts';
import { httpEvent, queueRecord, sesEvent, streamRecord } from './support/events.ts';

let cell: Awaited<ReturnType<typeof aCell>>;
let cloud: Cloud;
let made = 0;
beforeAll(async () => {
  cell = await aCell();
});
beforeEach(async () => {
  cloud = await aCloud(cell);
});

const queue = async (count: number, over: Partial<Letter> = {}) => {
  const ids = Array.from({ length: count }, () => `brev-${++made}`);
  const letters = letterStore(cloud.deps.table);
  await cloud.deps.table.commit(
    ids.map((id) => letters.queue(aLetter({ id, queuedAt: '2026-11-02T07:00:00.000Z', ...over }))),
  );
  return ids;
};
const stateOf = async (id: string) => (await letterStore(cloud.deps.table).find(id))?.entity.state;

/** A letter that no reader can make anything of: what a poisoned record leads to. */
async function poisoned(): Promise<string> {
  const id = `brev-${++made}`;
  const Item = {
    pk: { S: `LETTER#${id}` },
    sk: { S: 'LETTER' },
    schema: { N: '1' },
    version: { N: '1' },
    data: { S: '{"kind":"N99"}' },
  };
  await clients.dynamo().send(new PutItemCommand({ TableName: cell.TABLE_NAME, Item }));
  return id;
}

describe('a request through the HTTP API', () => {
  it.each([
    ['no authorizer’s claims', undefined],
    ['claims without a subject', { iss: 'https://idp.example' }],
  ])('with %s is not signed in, whatever its token says', async (_what, claims) => {
    const headers = { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJPMSJ9.' };
    const event = httpEvent('GET /orders', { headers, ...(claims ? { claims } : {}) });
    expect(await cloud.invoke('listOrders', event)).toMatchObject({
      statusCode: 401,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: expect.stringContaining('"code":"not-signed-in"'),
    });
  });

  it('of somebody who holds no role here is refused, and a role is not taken from the token', async () => {
    const claims = { 'cognito:groups': '[head]', role: 'head' };
    expect(await cloud.ask('listMonths', 'X9', { path: { month: '2026-10' }, claims })).toMatchObject({
      status: 403,
      body: { code: 'no-role' },
    });
  });

  it('by a route that the function does not hold is not there', async () => {
    const event = httpEvent('GET /orders');
    expect(await cloud.invoke('getKeys', event)).toMatchObject({ statusCode: 404 });
  });

  it('takes a body as text or in base64, and names what is wrong with it', async () => {
    const { table } = cloud.deps;
    await table.commit([membershipStore(table).save({ userId: `D${++made}`, role: 'administrator' }, undefined)]);
    const [letterId = ''] = await queue(1, { state: 'asked' });
    const settle = (body: string, base64: boolean) =>
      cloud.ask('settleLetter', `D${made - 1}`, { path: { letterId }, body, base64 });
    expect(await settle('{"verdict":', false)).toMatchObject({ status: 422, body: { code: 'not-json' } });
    expect(await settle('{"verdict":"lost"}', true)).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.verdict' }] },
    });
    expect(await settle('{"verdict":"delivered"}', true)).toMatchObject({ status: 200, body: { state: 'delivered' } });
  });

  it('whose cursor is none of ours is told so, in its own language', async () => {
    const { table } = cloud.deps;
    const userId = `H${++made}`;
    await table.commit([
      membershipStore(table).save({ userId, role: 'head' }, undefined),
      caseStore(table).save({ caseNo: 'A-1', officerId: 'O1' }, undefined),
    ]);
    const cursor = Buffer.from('["A","B","C"]').toString('base64url');
    const asked = { path: { caseNo: 'A-1' }, query: { cursor }, headers: { 'Accept-Language': 'en' } };
    expect(await cloud.ask('listAccess', userId, asked)).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'query.cursor', code: 'bad-value', message: 'The value cannot be read.' }] },
    });
  });

  it('to a table that has too much to do is asked to come again', async () => {
    const busy = aCloudThat(() => {
      throw new Busy('recorded');
    });
    const event = httpEvent('GET /orders', { claims: { sub: 'O1' }, headers: { 'accept-language': 'en' } });
    expect(await busy(event, {})).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': '1' },
      body: expect.stringContaining('"code":"busy"'),
    });
  });

  it('that fails is logged by its entry, and answered without a word of what failed', async () => {
    const broken = aCloudThat(() => {
      throw new Error('Astrid Provsjö 191212121212');
    });
    const answer = JSON.stringify(await broken(httpEvent('GET /orders', { claims: { sub: 'O1' } }), {}));
    expect(answer).toContain('machine-failed');
    expect(answer).not.toContain('Astrid');
  });
});

/** The function that lists orders, on a table that does what is said. */
function aCloudThat(query: () => never) {
  const deps = { ...cloud.deps, table: { ...cloud.deps.table, query }, log: { error() {} } };
  const runtime = { depsOf: () => deps, count() {} };
  return async (event: unknown, context: unknown) => {
    const { listOrders } = await import('../../functions/orders/lists/list-orders.ts');
    return lambdaFor({ listOrders }, runtime)(event, context);
  };
}

describe('a schedule', () => {
  it('runs its job and counts what it did', async () => {
    await queue(2);
    expect(await cloud.schedule('sendLetters')).toEqual({ done: 2 });
    expect(cloud.counted).toEqual({ sendLetters: 2 });
  });

  it.each([['nobody'], ['settleLetter'], ['sweepDeadlines']])('that names %s is a bug, and throws', async (name) => {
    await expect(cloud.invoke('sendLetters', { job: name })).rejects.toThrow('no job of this function');
  });

  it('whose job fails is logged and throws, so that it comes again and then is laid aside', async () => {
    const deps = Object.create(cloud.deps, {
      log: { value: { error: (_: string, about: object) => logged.push(about) } },
    });
    const logged: object[] = [];
    const failing = job(async () => {
      throw new Error('recorded');
    });
    const handler = lambdaFor({ sweepDeadlines: failing }, { depsOf: () => deps, count() {} });
    await expect(handler({ job: 'sweepDeadlines' }, {})).rejects.toThrow('recorded');
    expect(logged).toMatchObject([{ entry: 'sweepDeadlines' }]);
  });
});

describe('the bell for a record whose act is committed', () => {
  it.each([
    ['travels in its commit', 1000],
    ['is too large for that', 400_000],
  ])('lays one that %s among the records, once', async (_what, size) => {
    const recordId = `bevis-${size}`;
    const bytes = randomBytes(size);
    const sealed = sealedStore(cloud.deps);
    await cloud.deps.table.commit([await sealed.wait(recordId, bytes, '2026-11-02T07:00:00.000Z')]);
    expect(await cloud.deps.documents.find('records', recordId)).toBeUndefined();
    expect(Buffer.compare(await sealed.bytes(recordId), bytes)).toBe(0);

    const ring = () => cloud.invoke('publishRecord', { Records: [streamRecord(`SEALED#${recordId}`, 0)] });
    expect(await Promise.all([ring(), ring()])).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
    expect(await cloud.deps.documents.find('records', recordId)).toMatchObject({ bytes: size });
    expect(await sealed.find(recordId)).toBeUndefined();
    expect(Buffer.compare(await sealed.bytes(recordId), bytes)).toBe(0);
    expect(await cloud.schedule('publishRecords')).toEqual({ done: 0 });
  });
});

describe('the bell for new letters', () => {
  const ring = (ids: readonly string[]) =>
    cloud.invoke('sendLetter', { Records: ids.map((id, n) => streamRecord(`LETTER#${id}`, n)) });

  it.each([0, 3, 9])(
    'sends nine of ten when record %i cannot be read, and sets that one aside whole',
    async (place) => {
      const good = await queue(9);
      const bad = await poisoned();
      const batch = good.toSpliced(place, 0, bad);
      expect(await ring(batch)).toEqual({ batchItemFailures: [] });
      expect(await Promise.all(good.map(stateOf))).toEqual(good.map(() => 'sent'));
      expect(cloud.letters).toHaveLength(9);
      expect(cloud.failures).toHaveLength(1);
      const Key = { pk: { S: `LETTER#${bad}` }, sk: { S: 'LETTER' } };
      const { Item } = await clients.dynamo().send(new GetItemCommand({ TableName: cell.TABLE_NAME, Key }));
      expect(Item).toMatchObject({ data: { S: '{"kind":"N99"}' }, g1pk: { S: 'ASIDE' } });

      // A stream that sends the batch again sends nothing twice.
      expect(await ring(batch)).toEqual({ batchItemFailures: [] });
      expect(cloud.letters).toHaveLength(9);
    },
  );

  it('sends a letter once, though its record comes twice, in one batch or in two at once', async () => {
    const [id = ''] = await queue(1);
    expect(await ring([id, id])).toEqual({ batchItemFailures: [] });
    await Promise.all([ring([id]), ring([id])]);
    expect(cloud.letters).toHaveLength(1);
  });

  it('is not for what is no letter, nor for one that has gone', async () => {
    const [id = ''] = await queue(1);
    const records = [
      streamRecord('CASE#A-1', 1),
      streamRecord(`LETTER#${id}`, 2, 'REMOVE'),
      streamRecord('LETTER#x', 3),
    ];
    expect(await cloud.invoke('sendLetter', { Records: records })).toEqual({ batchItemFailures: [] });
    expect(cloud.letters).toEqual([]);
  });
});

describe('what the mail service tells', () => {
  it('comes by queue, each message by itself: a poisoned one comes again, the others are done', async () => {
    const ids = await queue(3, { state: 'sent' });
    const bad = await poisoned();
    const bodies = [
      'not json',
      JSON.stringify(sesEvent('Delivery', { letterId: [ids[0] ?? ''] })),
      JSON.stringify(sesEvent('Bounce', { letterId: [ids[1] ?? ''] })),
      JSON.stringify(sesEvent('Bounce', { letterId: [bad] })),
      JSON.stringify(sesEvent('Reject', { letterId: [ids[2] ?? ''] })),
      '{"source":"aws.s3"}',
    ];
    const event = { Records: bodies.map(queueRecord) };
    const answer = await cloud.invoke('takeDeliveryEvent', event);
    const failed = [0, 3, 5].map((n) => ({ itemIdentifier: `059f36b4-87a3-44ab-83d2-66197502610${n}` }));
    expect(answer).toEqual({ batchItemFailures: expect.arrayContaining(failed) });
    expect(answer).toHaveProperty('batchItemFailures.length', failed.length);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['delivered', 'bounced', 'bounced']);
  });

  it('comes straight from the event bus as well', async () => {
    const [id = ''] = await queue(1, { state: 'sent' });
    expect(await cloud.invoke('takeDeliveryEvent', sesEvent('Delivery', { letterId: [id] }))).toEqual({ done: 1 });
    expect(await stateOf(id)).toBe('delivered');
  });

  it('after a crash in the middle of sending decides what nobody knew', async () => {
    const lease = { owner: 'gone', until: '2026-11-02T08:00:00.000Z' };
    const [arrived = '', returned = ''] = await queue(2, { state: 'sending', lease });
    await cloud.tell('Delivery', [arrived]);
    await cloud.tell('Bounce', [returned]);
    expect([await stateOf(arrived), await stateOf(returned)]).toEqual(['delivered', 'bounced']);
    cloud.at('2026-11-02T09:00:00.000Z');
    await cloud.schedule('sendLetters');
    expect(cloud.letters.filter(({ letterId }) => letterId === arrived || letterId === returned)).toEqual([]);
    expect([await stateOf(arrived), await stateOf(returned)]).toEqual(['delivered', 'bounced']);
  });

  it('of a complaint is kept with the letter', async () => {
    const [id = ''] = await queue(1, { state: 'sent' });
    await cloud.tell('Complaint', [id]);
    expect(await stateOf(id)).toBe('complained');
  });

  it.each([
    ['a delay', sesEvent('DeliveryDelay', { letterId: ['brev-1'] })],
    ['an opening', sesEvent('Open', { letterId: ['brev-1'] })],
    ['a message that is no letter of ours', sesEvent('Bounce', {})],
  ])('of %s changes nothing', async (_what, event) => {
    expect(deliveryOf(event)).toBeUndefined();
    expect(await cloud.invoke('takeDeliveryEvent', event)).toEqual({ done: 0 });
  });
});

describe('a function', () => {
  it.each([[undefined], [null], ['text'], [{}], [{ Records: [] }], [{ Records: [{ eventSource: 'aws:kinesis' }] }]])(
    'that is given %j throws: it was led to the wrong place',
    async (event) => {
      await expect(cloud.invoke('sendLetters', event)).rejects.toThrow('no known shape');
    },
  );

  it('is told plainly what its environment lacks, when it first needs it', async () => {
    const lacking = await aCloud({ ...cell, TABLE_NAME: '' });
    expect(await lacking.ask('listOrders', 'O1')).toMatchObject({ status: 500 });
    expect(lacking.failures).toMatchObject([{ message: 'the environment lacks TABLE_NAME' }]);
    const unsealed = await aCloud({ ...cell, RECORDS_BUCKET: '' });
    expect(await unsealed.ask('getKeys', undefined)).toMatchObject({ status: 500 });
    expect(unsealed.failures).toMatchObject([{ message: 'the environment lacks RECORDS_BUCKET' }]);
  });

  it('of an entry that the registry does not name is a bug', async () => {
    const handler = lambdaFor({ sweepEverything: job(async () => ({ done: 0 })) });
    await expect(handler({ job: 'sweepEverything' }, {})).rejects.toThrow('the registry has no sweepEverything');
  });

  it('is imported without effect: no client, no environment, no line written', () => {
    const program = `
      process.env = new Proxy({}, { get(_, name) { if (/^(CELL|HMAC|IDENTITY|SIGNING|MAIL|PORTAL|TABLE|AWS_ENDPOINT)|_BUCKET$/.test(String(name))) console.log(name); } });
      const { lambdaFor } = await import('./shared/aws/lambda.ts');
      lambdaFor({});
      console.log(process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap' && name !== 'TTYWrap').length);`;
    const root = join(import.meta.dirname, '../..');
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root });
    expect(stderr.toString()).toBe('');
    expect(stdout.toString()).toBe('0\n');
  });
});
