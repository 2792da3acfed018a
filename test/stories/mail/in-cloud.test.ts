import { beforeAll, describe, expect, it } from 'vitest';
import { takeMail } from '../../../functions/mail/acting/take-mail.ts';
import { hearOfMail } from '../../../functions/mail/arriving/hear-of-mail.ts';
import { lambdaFor } from '../../../shared/aws/lambda.ts';
import { signed } from './harness/dkim.ts';
import { type MailWorld, mailOf, mailWorld, type OpenLetter, openOrder } from './harness/mail-world.ts';
import { receipt, scan } from './harness/told-in-cloud.ts';
import { written } from './harness/written.ts';

let world: MailWorld;
let handler: ReturnType<typeof lambdaFor>;
beforeAll(async () => {
  world = await mailWorld({ date: new Date().toISOString().slice(0, 10) });
  handler = lambdaFor({ hearOfMail, takeMail }, { depsOf: () => world.deps, count: () => undefined });
});

const queued = (...events: readonly unknown[]) => ({
  Records: events.map((event, n) => ({
    messageId: `m-${n}`,
    eventSource: 'aws:sqs',
    body: typeof event === 'string' ? event : JSON.stringify(event),
  })),
});
const take = () => handler({ job: 'takeMail' }, {});

let n = 0;
/** A mail lies in the bucket as the mail service lays it; what is told of it comes after. */
async function lies(
  verdicts: Record<string, unknown> = {},
): Promise<{ letter: OpenLetter; key: string; told: object }> {
  n += 1;
  const letter = await openOrder(world, `C-${n}`, 'P3');
  const key = `in-o3vrnil0e2ic28tr${n}`;
  const raw = signed(written({ from: letter.address, to: letter.replyTo, body: 'JA' }), {
    domain: 'enskild.example',
    key: world.keys.own,
  });
  await world.deps.documents.put('incoming', key, raw, 'message/rfc822');
  const told = receipt(key, { recipients: [letter.replyTo], ...verdicts });
  told.mail.timestamp = new Date().toISOString();
  return { letter, key, told };
}

describe('mail in the cloud, by what its services tell', () => {
  it('is taken when both are heard, in either order, raw or wrapped; a poisoned message keeps no other from it', async () => {
    const [one, two] = [await lies(), await lies()];
    const wrapped = { Type: 'Notification', Message: JSON.stringify(two.told) };
    const answer = await handler(queued(one.told, scan(two.key), 'not json', { source: 'aws.s3' }), {});
    expect(answer).toEqual({
      batchItemFailures: expect.arrayContaining([{ itemIdentifier: 'm-2' }, { itemIdentifier: 'm-3' }]),
    });
    expect(answer).toHaveProperty('batchItemFailures.length', 2);
    await take();
    expect([(await mailOf(world, one.key)).state, (await mailOf(world, two.key)).state]).toEqual([
      'arriving',
      'arriving',
    ]);
    await handler(queued(scan(one.key), wrapped, wrapped, scan(one.key)), {});
    await take();
    for (const { key, letter } of [one, two]) {
      expect(await mailOf(world, key)).toMatchObject({ state: 'acted', done: ['confirm'], orderId: letter.orderId });
      expect((await mailOf(world, key)).envelope).toMatchObject({
        remoteAddress: '192.0.2.7',
        helo: 'post.enskild.example',
      });
    }
    world.failures.length = 0;
  });

  it.each([
    ['dkimVerdict', { status: 'FAIL' }],
    ['spamVerdict', { status: 'PROCESSING_FAILED' }],
    ['dmarcVerdict', undefined],
  ])('is stopped by %s: %j', async (name, status) => {
    const { key, told } = await lies({ [name]: status });
    await handler(queued(told, scan(key)), {});
    await take();
    expect(await mailOf(world, key)).toMatchObject({ state: 'quarantined', stopped: 'service-veto' });
  });

  it('is not stopped because its domain says nothing of SPF or DMARC', async () => {
    const { key, told } = await lies({ spfVerdict: { status: 'GRAY' }, dmarcVerdict: { status: 'GRAY' } });
    await handler(queued(told, scan(key)), {});
    await take();
    expect(await mailOf(world, key)).toMatchObject({ state: 'acted' });
  });

  it('is nobody’s when the mail service only tries the bucket', async () => {
    const trial = 'in-AMAZON_SES_SETUP_NOTIFICATION';
    expect(await handler(queued(scan(trial), receipt(trial)), {})).toEqual({ batchItemFailures: [] });
    await expect(mailOf(world, trial)).rejects.toThrow('no mail');
  });
});
