import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sign from 'nodemailer/lib/dkim/index.js';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import PostalMime from 'postal-mime';
import type { World } from './a-world.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** What a domain that signs its mail says of itself. */
export const signingDomain = (domain: string, selector = 's1') => ({
  name: `${selector}._domainkey.${domain}`,
  type: 'TXT',
  values: [`v=DKIM1; k=rsa; p=${published}`],
});

type Written = {
  readonly from: string;
  readonly to: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly date?: Date;
  readonly headers?: Record<string, string>;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: string | Buffer;
    readonly contentType?: string;
  }[];
  /** The domain that signs; nobody when false. */
  readonly signedBy?: string | false;
};

/** A mail as it arrives, signed by its author's domain unless said otherwise. */
export async function aMail({ signedBy, ...written }: Written): Promise<Buffer> {
  const composer = new MailComposer({
    subject: 'Sv: Ny beställning',
    ...written,
    newline: '\r\n',
  } as ConstructorParameters<typeof MailComposer>[0]);
  const raw = await composer.compile().build();
  if (signedBy === false) return raw;
  return signedAnew(raw, signedBy ?? written.from.split('@').at(-1)?.replace('>', ''));
}

/** A raw mail with the signature of a domain above it. */
export async function signedAnew(raw: string | Buffer, domainName = 'utforare.example'): Promise<Buffer> {
  const signer = new sign({ domainName, keySelector: 's1', privateKey: pem });
  const pieces: Buffer[] = [];
  for await (const piece of signer.sign(raw)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

let count = 0;

/** A mail has come in, and has been scanned; taken up by the next tick. */
export async function arrives(world: World, raw: Buffer, envelope: { from?: string; to: string }): Promise<string> {
  count += 1;
  const id = `in-mejl-${count}`;
  await world.deps.documents.put('incoming', id, raw, 'message/rfc822');
  await world.machine.tell('mail-in', {
    mailId: id,
    laid: {
      documentId: id,
      envelope: {
        from: envelope.from ?? 'p1@utforare.example',
        to: [envelope.to],
        arrivedAt: new Date().toISOString(),
      },
    },
    scan: 'CLEAN',
  });
  return id;
}

/** The address that a reply to a letter goes to. */
export async function replyAddressOf(world: World, letterId: string): Promise<string> {
  const { replyTo } = await PostalMime.parse(readFileSync(join(world.folder, 'mail', `${letterId}.eml`)));
  return replyTo?.[0]?.address ?? '';
}
