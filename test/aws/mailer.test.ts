import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESServiceException, type SendRawEmailCommandInput, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { deliveryOf } from '../../shared/aws/ses-events.ts';
import { sesMailer } from '../../shared/aws/ses-mailer.ts';
import { localMailer, messageFile } from '../../shared/embedded/local-mailer.ts';
import { clients } from './support/clients.ts';
import { sesEvent } from './support/events.ts';
import { failing } from './support/failures.ts';

const settings = { address: 'utfort@kommun.example', configurationSet: 'letters' };
const patience = { attempts: 3, firstWait: 1, longestWait: 2 };
const letter = {
  letterId: 'brev-1',
  to: 'p1@utforare.example',
  subject: 'Ny beställning att bekräfta',
  text: 'Ärende A-1.\nBekräfta senast i dag.\n',
  at: '2026-11-02T07:00:00.000Z',
};

const sesFailure = (name: string) => () =>
  new SESServiceException({ $metadata: { httpStatusCode: 400 }, name, $fault: 'client', message: 'recorded' });

/** The emulator takes a message and forgets its tags, and tells nothing of it afterwards: what is sent is watched. */
function watched(plan: (() => Error)[] = []) {
  const sent: SendRawEmailCommandInput[] = [];
  const client = failing(clients.ses(), 'SendRawEmailCommand', plan);
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'SendRawEmailCommand') sent.push(args.input as SendRawEmailCommandInput);
        return next(args);
      },
    { step: 'initialize', priority: 'high', name: 'watch' },
  );
  return { mailer: sesMailer(client, settings, patience), sent };
}

describe('the mailer on SES', () => {
  beforeAll(() => clients.ses().send(new VerifyEmailIdentityCommand({ EmailAddress: settings.address })));

  it('sends the same message as the mailer on one machine, but for the id that SES gives itself', async () => {
    const { mailer, sent } = watched();
    await mailer.send(letter);
    const folder = mkdtempSync(join(tmpdir(), 'utfort-mail-'));
    await localMailer(folder).send(letter);
    const parsed = async (bytes: Uint8Array) => {
      const { messageId: _, headers, headerLines: __, ...rest } = await PostalMime.parse(bytes);
      return { ...rest, headers: headers.filter(({ key }) => key !== 'message-id') };
    };
    const [onSes, onDisk] = [sent[0]?.RawMessage?.Data, readFileSync(messageFile(folder, 'brev-1'))];
    rmSync(folder, { recursive: true });
    expect(await parsed(onSes ?? new Uint8Array())).toEqual(await parsed(onDisk));
    expect(await parsed(onDisk)).toMatchObject({ subject: letter.subject, to: [{ address: letter.to }] });
  });

  it('goes through the configuration set with the letter’s id as its tag, which a delivery event brings back', async () => {
    const { mailer, sent } = watched();
    await mailer.send(letter);
    expect(sent).toMatchObject([
      {
        Source: settings.address,
        Destinations: [letter.to],
        ConfigurationSetName: 'letters',
        Tags: [{ Name: 'letterId', Value: 'brev-1' }],
      },
    ]);
    const [tag] = sent[0]?.Tags ?? [];
    expect(deliveryOf(sesEvent('Delivery', { [tag?.Name ?? '']: [tag?.Value ?? ''] }))).toEqual({
      letterId: 'brev-1',
      fate: 'delivered',
    });
  });

  it('tries again what SES refused for haste, and says so of what it still refuses', async () => {
    const { mailer } = watched([sesFailure('Throttling'), sesFailure('Throttling')]);
    await mailer.send(letter);
    const { mailer: hasty } = watched(Array.from({ length: 3 }, () => sesFailure('Throttling')));
    expect(await hasty.send(letter)).toBe('TOO_FAST');
  });

  it.each([
    ['a lost answer', () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' })],
    ['a server that failed', sesFailure('InternalFailure')],
    ['a message that it will not have', sesFailure('MessageRejected')],
  ])('never tries again after %s: nobody knows whether the letter left', async (_what, failure) => {
    const { mailer, sent } = watched([failure]);
    await expect(mailer.send(letter)).rejects.toThrow();
    expect(sent).toHaveLength(1);
  });
});
