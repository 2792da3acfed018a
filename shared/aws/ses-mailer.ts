import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mimeMessage, recipientOf, senderAddress } from '../mail/mime-message.ts';
import type { Mailer, Posted } from '../ports/mailer.ts';
import { letterTag } from './letter-tag.ts';
import { type Patience, retry } from './retry.ts';
import { sendingPace } from './sending-pace.ts';

const rateRefusals: ReadonlySet<string> = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
]);
const quotaSpent = /daily (message|sending) quota exceeded/i;
const tooFast = /maximum sending rate exceeded/i;

/** What SES said no to before it took the message; undefined for everything of which nobody knows whether it left. */
function refusalOf(failure: unknown): Exclude<Posted, 'TAKEN'> | undefined {
  if (!(failure instanceof Error)) return undefined;
  const { name, message } = failure;
  if (!rateRefusals.has(name) && !tooFast.test(message) && !quotaSpent.test(message)) return undefined;
  return quotaSpent.test(message) ? 'QUOTA_SPENT' : 'TOO_FAST';
}

/**
 * Post by SES, at the account's own pace. The client must not try again by itself (`maxAttempts: 1`): after a lost
 * answer nobody knows whether the letter left, and a letter is never sent twice. What it said no to for haste is tried
 * again for a while; what it still refuses has not left, and its sender gets the refusal.
 */
export function sesMailer(
  client: SESClient,
  { address, configurationSet }: { readonly address: string; readonly configurationSet: string },
  patience?: Patience,
): Mailer {
  const sender = { name: 'Utfört', address };
  const turn = sendingPace(client);
  return {
    async send(message) {
      const command = new SendRawEmailCommand({
        Source: senderAddress(sender),
        Destinations: [recipientOf(message)],
        ConfigurationSetName: configurationSet,
        Tags: [{ Name: letterTag, Value: message.letterId }],
        RawMessage: { Data: await mimeMessage(message, sender) },
      });
      try {
        await retry(
          async () => {
            await turn();
            await client.send(command);
          },
          (failure) => refusalOf(failure) === 'TOO_FAST',
          patience,
        );
        return 'TAKEN';
      } catch (failure) {
        const refusal = refusalOf(failure);
        if (refusal) return refusal;
        throw failure;
      }
    },
  };
}
