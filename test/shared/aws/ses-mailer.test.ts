import { SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { sendLetter } from '../../../functions/letters/send-letter.ts';
import { sesMailer } from '../../../shared/aws/ses-mailer.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { administrator, aWorld, type World } from '../../support/a-world.ts';
import { aLetter } from '../../support/builders.ts';

const settings = { address: 'utfort@kommun.example', configurationSet: 'letters' };
const patience = { attempts: 3, firstWait: 10, longestWait: 50 };
const refused = (name: string, message: string) =>
  new SESServiceException({ $metadata: { httpStatusCode: 400 }, name, $fault: 'client', message });

/** A mail service of one account: so many a second and in all, whoever asks. */
function aService(perSecond: number, inAll = Number.POSITIVE_INFINITY, told: number | 'untold' = perSecond) {
  const sent: string[] = [];
  const refusals: string[] = [];
  let left = inAll;
  let lately: number[] = [];
  const client = () => {
    const one = new SESClient({ region: 'eu-north-1', maxAttempts: 1 });
    one.middlewareStack.add(
      (_next, { commandName }) =>
        async (args) => {
          if (commandName === 'GetSendQuotaCommand') {
            if (told === 'untold') throw refused('AccessDenied', 'no');
            return { output: { MaxSendRate: told, $metadata: {} }, response: {} };
          }
          lately = lately.filter((at) => at > Date.now() - 1000);
          if (left === 0) throw refused('Throttling', 'Daily message quota exceeded.');
          if (lately.length >= perSecond) {
            refusals.push((args.input as { Tags: { Value: string }[] }).Tags[0]?.Value ?? '');
            throw refused('Throttling', 'Maximum sending rate exceeded.');
          }
          lately.push(Date.now());
          left -= 1;
          sent.push((args.input as { Tags: { Value: string }[] }).Tags[0]?.Value ?? '');
          return { output: { MessageId: 'x', $metadata: {} }, response: {} };
        },
      { step: 'initialize', priority: 'high', name: 'service' },
    );
    return one;
  };
  return {
    sent,
    refusals,
    mailer: () => sesMailer(client(), settings, patience),
    refill: () => {
      left = Number.POSITIVE_INFINITY;
    },
  };
}

const morning = { date: '2026-09-16', clock: '15:30' } as const;
async function queued(count: number) {
  const world = await aWorld(morning);
  const ids = Array.from({ length: count }, (_, n) => `brev-${n + 1000}`);
  for (let n = 0; n < count; n += 100)
    await world.put(...ids.slice(n, n + 100).map((id) => letterStore(world.table).queue(aLetter({ id }))));
  return { world, ids };
}
const statesOf = async (world: World, ids: readonly string[]) => {
  const found = await Promise.all(ids.map((id) => letterStore(world.table).find(id)));
  return Object.groupBy(found, (one) => one?.entity.state ?? 'sending');
};
/** Bells for all of them at once, in several processes of the same account. */
const ringAll = (world: World, ids: readonly string[], service: ReturnType<typeof aService>, processes: number) => {
  const mailers = Array.from({ length: processes }, () => service.mailer());
  const ring = (letterId: string, n: number) => {
    const mailer = mailers[n % processes] ?? service.mailer();
    return sendLetter.run(world.clock.now(), { ...world.deps, mailer }, { letterId });
  };
  return Promise.all(ids.map(ring));
};

/** `npm run burst`: a thousand letters at fourteen a second, which takes its minute and more. */
const isLong = process.env.BURST !== undefined;

describe('a burst of letters at a service that takes so many a second', () => {
  it.each(
    isLong
      ? [
          [1000, 14, 1],
          [1000, 14, 4],
        ]
      : [
          [100, 14, 1],
          [100, 14, 4],
          [1000, 140, 4],
        ],
  )(
    '%d at %d a second from %d processes: each goes once, and nobody is asked',
    async (count, rate, processes) => {
      const { world, ids } = await queued(count);
      const service = aService(rate);
      const started = Date.now();
      await ringAll(world, ids, service, processes);
      const after = await statesOf(world, ids);
      expect(Object.keys(after).filter((state) => state !== 'sent' && state !== 'waiting')).toEqual([]);
      // What was refused is sent by the sweep in the minutes after, two hundred at a time.
      Object.assign(world.deps, { mailer: service.mailer() });
      for (let minute = 34; minute < 60 && service.sent.length < count; minute++) {
        world.sleepTo('2026-09-16', `15:${minute}`);
        await world.tick();
      }
      expect(service.sent.toSorted()).toEqual(ids);
      expect(Object.keys(await statesOf(world, ids))).toEqual(['sent']);
      const { body } = await world.call('listTasks', administrator);
      expect(body.items).toEqual([]);
      const seconds = Math.round((Date.now() - started) / 1000);
      const refusals = service.refusals.length;
      console.log(
        JSON.stringify({ letters: count, rate, processes, sent: service.sent.length, refusals, asked: 0, seconds }),
      );
    },
    isLong ? 600_000 : 120_000,
  );

  it('at the slowest rate when the rate cannot be asked for', async () => {
    const { world, ids } = await queued(3);
    const started = Date.now();
    await ringAll(world, ids, aService(14, undefined, 'untold'), 1);
    expect(Date.now() - started).toBeGreaterThan(1900);
    expect(Object.keys(await statesOf(world, ids))).toEqual(['sent']);
  });
});

it('the day’s quota spent: the rest wait with one task for the administrator, and go when there is more', async () => {
  const { world, ids } = await queued(20);
  const service = aService(1000, 12);
  await ringAll(world, ids, service, 1);
  expect(await statesOf(world, ids)).toMatchObject({ sent: { length: 12 }, waiting: { length: 8 } });
  const tasks = async () => (await world.call('listTasks', administrator)).body.items;
  expect(await tasks()).toMatchObject([{ code: 'letters-held', subject: { count: '8' } }]);
  // A bell that rings again does not wake them before their time.
  await ringAll(world, ids, service, 1);
  expect(service.sent).toHaveLength(12);
  service.refill();
  Object.assign(world.deps, { mailer: service.mailer() });
  await world.passTo('2026-09-16', '16:45');
  expect(service.sent.toSorted()).toEqual(ids);
  expect(await tasks()).toEqual([]);
});

describe('what a mailer on SES says of a refusal', () => {
  const message = { letterId: 'brev-1', to: 'a@b.example', subject: 'x', text: 'y', at: '2026-11-02T07:00:00.000Z' };
  const mailer = (failure: Error, tried: string[]) => {
    const client = new SESClient({ region: 'eu-north-1', maxAttempts: 1 });
    client.middlewareStack.add(
      (_next, { commandName = '' }) =>
        async () => {
          if (commandName === 'GetSendQuotaCommand')
            return { output: { MaxSendRate: 1000, $metadata: {} }, response: {} };
          tried.push(commandName);
          throw failure;
        },
      { step: 'initialize', priority: 'high', name: 'service' },
    );
    return sesMailer(client, settings, { attempts: 3, firstWait: 1, longestWait: 2 });
  };

  it.each([
    ['Throttling', 'Maximum sending rate exceeded.', 'TOO_FAST', 3],
    ['ThrottlingException', 'Rate exceeded', 'TOO_FAST', 3],
    ['TooManyRequestsException', 'Too Many Requests', 'TOO_FAST', 3],
    ['LimitExceededException', 'x', 'TOO_FAST', 3],
    ['MessageRejected', 'Maximum sending rate exceeded.', 'TOO_FAST', 3],
    ['Throttling', 'Daily message quota exceeded.', 'QUOTA_SPENT', 1],
  ])('%s, %s: %s', async (name, text, posted, attempts) => {
    const tried: string[] = [];
    expect(await mailer(refused(name, text), tried).send(message)).toBe(posted);
    expect(tried).toHaveLength(attempts);
  });

  it.each([
    refused('InternalFailure', 'x'),
    refused('MessageRejected', 'Email address is not verified.'),
    Object.assign(new Error('socket hang up'), { name: 'TimeoutError' }),
  ])('nothing of %s: it is thrown after one attempt', async (failure) => {
    const tried: string[] = [];
    await expect(mailer(failure, tried).send(message)).rejects.toBe(failure);
    expect(tried).toHaveLength(1);
  });
});
