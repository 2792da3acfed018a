import type { SESClient } from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sesMailer } from '../../../shared/aws/ses-mailer.ts';
import { mimeMessage } from '../../../shared/mail/mime-message.ts';

const sender = { name: 'Utfört', address: 'utfort@kommun.example' };
const letter = (to: string) => ({
  ...{ letterId: 'brev-1', to, subject: 'Ny beställning att bekräfta' },
  ...{ text: 'Ärende A-1.\n', at: '2026-11-02T07:00:00.000Z' },
});
const [written, sent] = ['info@hemtjänst.example', 'info@xn--hemtjnst-4za.example'];

/** Somebody who takes what is sent, and knows what it was. */
function recording() {
  const inputs: { Destinations?: string[]; RawMessage?: { Data?: Uint8Array } }[] = [];
  const client = { send: async ({ input }: { input: object }) => inputs.push(input) };
  const settings = { address: 'utfort@kommun.example', configurationSet: 'letters' };
  // Of the client the mailer uses `send` alone.
  return { inputs, mailer: sesMailer(client as unknown as SESClient, settings) };
}

describe('a letter as it leaves', () => {
  it('says in both ways that nobody need be told that somebody is on leave', async () => {
    const { headers } = await PostalMime.parse(await mimeMessage(letter('p1@utforare.example'), sender));
    const told = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
    expect(told).toMatchObject({ 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' });
  });

  it('goes to a domain with å, ä or ö in ASCII, on its head and on its envelope', async () => {
    const { mailer, inputs } = recording();
    await mailer.send(letter(written));
    // Beside it the mailer asks how fast it may send.
    const posted = inputs.filter(({ Destinations }) => Destinations !== undefined);
    expect(posted.map(({ Destinations }) => Destinations)).toEqual([[sent]]);
    const { to } = await PostalMime.parse(posted[0]?.RawMessage?.Data ?? '');
    expect(to).toEqual([{ address: sent, name: '' }]);
  });

  it.each(['p1@exa mple.se', 'p1@example.se, p2@example.se', 'p1@example.se\r\nBcc: x@example.se', 'åsa@example.se'])(
    'does not leave for “%s”, which was kept before addresses were looked at',
    async (to) => {
      const { mailer, inputs } = recording();
      await expect(mailer.send(letter(to))).rejects.toThrow('no address');
      await expect(mimeMessage(letter(to), sender)).rejects.toThrow('no address');
      expect(inputs).toEqual([]);
    },
  );
});
