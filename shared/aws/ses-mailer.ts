import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mimeMessage, recipientOf } from '../mail/mime-message.ts';
import type { Mailer } from '../ports/mailer.ts';
import { letterTag } from './letter-tag.ts';
import { type Patience, patiently } from './patiently.ts';

/** SES refused before it took the message: nothing has left, so it may be sent again. */
const isThrottled = (failure: unknown): boolean =>
  failure instanceof Error && (failure.name === 'Throttling' || failure.name === 'ThrottlingException');

/**
 * Post by SES. The client must not try again by itself (`maxAttempts: 1`): after a lost answer nobody knows whether
 * the letter left, and a letter is never sent twice. What it said no to for haste is tried again.
 */
export function sesMailer(
  client: SESClient,
  { address, configurationSet }: { readonly address: string; readonly configurationSet: string },
  patience?: Patience,
): Mailer {
  const sender = { from: `Utfört <${address}>`, host: address.split('@').at(-1) ?? '' };
  return {
    async send(message) {
      const command = new SendRawEmailCommand({
        Source: address,
        Destinations: [recipientOf(message)],
        ConfigurationSetName: configurationSet,
        Tags: [{ Name: letterTag, Value: message.letterId }],
        RawMessage: { Data: await mimeMessage(message, sender) },
      });
      await patiently(() => client.send(command), isThrottled, patience);
    },
  };
}
