import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import type { Client } from './a-client.ts';
import type { Started } from './a-start.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const selector = 'post';

const Inbox = z.array(z.object({ id: z.string(), from: z.string(), state: z.string(), fate: z.string() }));
const Sent = z.array(z.object({ to: z.string(), subject: z.string(), text: z.string(), file: z.string() }));

type Written = {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly subject?: string;
  /** Whether the sender's domain signs it. */
  readonly signed: boolean;
  readonly attachments?: readonly { readonly filename: string; readonly content: string | Buffer }[];
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const transportTo = ({ smtpPort: port }: Started) =>
  createTransport({ host: '127.0.0.1', port, secure: false, tls: { rejectUnauthorized: false } });

function keptAs(response: string): string {
  const id = /Kept as ([\w.-]+)/.exec(response)?.[1];
  if (id === undefined) throw new Error(response);
  return id;
}

/** A provider's mail program and mail server: what a machine that was started sees of them, and nothing more. */
export const aSender = (machine: () => Started, client: Client) => ({
  /** Tells the machine's DNS the key that the domain signs with. */
  async publish(domain: string): Promise<void> {
    const record = {
      name: `${selector}._domainkey.${domain}`,
      type: 'TXT',
      values: [`v=DKIM1; k=rsa; p=${published}`],
    };
    const { status } = await client.http('PUT', '/_local/dns', record);
    if (status !== 200) throw new Error(`DNS answered ${status}`);
  },

  /** A mail as it is, sent over SMTP; the id that it was kept under. Sent again it is the same mail. */
  async sendRaw(raw: Buffer, envelope: { readonly from: string; readonly to: string }): Promise<string> {
    const { response } = await transportTo(machine()).sendMail({ raw, envelope });
    return keptAs(response);
  },

  /** A mail written and signed, and not yet sent. */
  async written({ from, to, text }: Pick<Written, 'from' | 'to' | 'text'>): Promise<Buffer> {
    const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
      ...{ from, to, text, subject: 'Sv: Ny beställning att bekräfta' },
      dkim: { domainName: domainOf(from), keySelector: selector, privateKey: pem },
    });
    return message as Buffer;
  },

  /** Sends a mail over SMTP; the id that it was kept under. */
  async send({ signed, ...written }: Written): Promise<string> {
    const { response } = await transportTo(machine()).sendMail({
      subject: 'Sv: Ny beställning att bekräfta',
      ...written,
      attachments: [...(written.attachments ?? [])],
      ...(signed ? { dkim: { domainName: domainOf(written.from), keySelector: selector, privateKey: pem } } : {}),
    });
    return keptAs(response);
  },

  /** What has become of a mail. */
  async fate(id: string): Promise<{ readonly state: string; readonly fate: string }> {
    const found = Inbox.parse((await client.http('GET', '/_local/inbox')).body).find((mail) => mail.id === id);
    if (!found) throw new Error(`${id} has not come in`);
    return found;
  },

  /** The newest mail with these words, to anybody or to one address, that may be replied to, and where a reply goes. */
  async letter(
    words: string,
    to?: string,
  ): Promise<{ readonly to: string; readonly replyTo: string; readonly text: string }> {
    const sent = Sent.parse((await client.http('GET', '/_local/mail')).body);
    for (const one of sent.filter(
      (one) => `${one.subject}\n${one.text}`.includes(words) && (to ?? one.to) === one.to,
    )) {
      const raw = await (await fetch(`${machine().base}/_local/mail/${one.file}`)).arrayBuffer();
      const replyTo = (await PostalMime.parse(raw)).replyTo?.[0]?.address;
      if (replyTo) return { ...one, replyTo };
    }
    throw new Error(`nothing that may be replied to has been sent about ${words}`);
  },
});
