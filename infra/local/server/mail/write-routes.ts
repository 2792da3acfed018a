import { createTransport } from 'nodemailer';
import { asciiAddress } from '../../../../shared/domain/email-address.ts';
import { parseInstant, swedishInstant } from '../../../../shared/domain/local-time.ts';
import { localSender } from '../../../../shared/embedded/local-mailer.ts';
import { mostBytes } from '../../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import type { Machine } from '../../machine.ts';
import { htmlPage } from '../pages/page.ts';
import { type WrittenMail, writeMailPage } from '../pages/write-mail-page.ts';
import type { LocalReply, LocalRequest, LocalRoute } from '../route.ts';
import { catchUp } from './catch-up.ts';
import type { DemoSignature } from './demo-signature.ts';
import type { FolderMessage, MessageFolder } from './message-folder.ts';

/** How many mails one may choose among to reply to, how many files one mail may have, and how long its text may be. */
const [mostRepliable, mostFiles, longestText] = [100, 20, 20_000];

type Sending = {
  readonly sent: MessageFolder;
  readonly signature: DemoSignature;
  readonly smtp: { readonly port: number; readonly ca: string };
};

const rowOfForm = /^\[ \] /;
/** The rows that the letter offers to be ticked. */
const rowsIn = ({ text }: FolderMessage): string =>
  text
    .split('\n')
    .filter((line) => rowOfForm.test(line))
    .join('\n');

const begun = (replied: FolderMessage | undefined): WrittenMail =>
  replied
    ? { from: replied.to, subject: `Sv: ${replied.subject}`, text: rowsIn(replied), isSigned: true }
    : { from: '', subject: '', text: '', isSigned: true };

/** What mail programs put beneath a reply. */
function quoted(replied: FolderMessage | undefined): string {
  const sentAt = parseInstant(replied?.sentAt ?? '');
  if (!replied || !sentAt) return '';
  const { name, address } = localSender;
  return `\n\nDen ${swedishInstant(sentAt)} skrev ${name} <${address}>:\n${replied.text.replaceAll(/^/gm, '> ')}\n`;
}

async function addressesOf({ table }: Pick<Deps, 'table'>): Promise<readonly string[]> {
  const { items } = await providerStore(table).readable();
  const all = items.flatMap(({ entity }) => [entity.email, ...(entity.contacts ?? []).map(({ email }) => email)]);
  return [...new Set(all)].slice(0, 200);
}

async function formOf({ headers, body }: LocalRequest): Promise<FormData> {
  const type = headers['content-type'] ?? '';
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
}

const fieldIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

const filesIn = async (form: FormData) =>
  Promise.all(
    form
      .getAll('filer')
      .filter((one): one is File => one instanceof File && one.size > 0)
      .slice(0, mostFiles)
      .map(async (one) => ({ filename: one.name, content: Buffer.from(await one.arrayBuffer()) })),
  );

/** A mail written on a page, sent through the same door as everybody's. */
export function writeRoutes(machine: Machine, { sent, signature, smtp }: Sending): readonly LocalRoute[] {
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtp.port,
    secure: false,
    requireTLS: true,
    tls: { ca: smtp.ca, servername: 'localhost' },
  });

  const repliable = async (): Promise<readonly FolderMessage[]> =>
    (await sent.all()).filter(({ replyTo, isReadable }) => isReadable && replyTo !== '').slice(0, mostRepliable);

  async function page(file: string, written?: WrittenMail, failed?: string): Promise<LocalReply> {
    const choices = await repliable();
    const replied = choices.find((one) => one.file === file);
    return htmlPage(
      writeMailPage({
        replied,
        repliable: choices,
        to: replied?.replyTo ?? localSender.address,
        addresses: await addressesOf(machine.deps),
        written: written ?? begun(replied),
        ...(failed === undefined ? {} : { failed }),
      }),
      failed === undefined ? 200 : 422,
    );
  }

  async function send(asked: LocalRequest): Promise<LocalReply> {
    const form = await formOf(asked);
    const file = fieldIn(form, 'svar');
    const written: WrittenMail = {
      from: fieldIn(form, 'fran').trim(),
      subject: fieldIn(form, 'amne'),
      text: fieldIn(form, 'text').slice(0, longestText),
      isSigned: form.get('signerat') === 'ja',
    };
    const from = asciiAddress(written.from);
    if (from === undefined) return page(file, written, 'Skriv en e-postadress att skicka från.');
    const replied = (await repliable()).find((one) => one.file === file);
    const { response } = await transport
      .sendMail({
        from,
        to: replied?.replyTo ?? localSender.address,
        subject: written.subject,
        text: `${written.text}\n${quoted(replied)}`,
        attachments: await filesIn(form),
        ...(replied?.messageId ? { inReplyTo: replied.messageId, references: replied.messageId } : {}),
        ...(written.isSigned ? { dkim: signature.of(from.slice(from.lastIndexOf('@') + 1).toLowerCase()) } : {}),
      })
      // What the mail server says no to, it says in a sentence.
      .catch((failure: { response?: string }) => ({ response: failure.response ?? 'e-postservern svarar inte' }));
    const id = /Kept as ([\w.-]+)/.exec(response)?.[1];
    if (id === undefined) return page(file, written, `Mejlet gick inte fram: ${response}`);
    await catchUp(machine);
    return { statusCode: 303, headers: { location: `/_local/mailbox#${id}`, 'cache-control': 'no-store' }, body: '' };
  }

  return [
    { on: 'GET /_local/mailbox/skriv', answer: ({ query }) => page(query.get('svar') ?? '') },
    { on: 'POST /_local/mailbox/skriv', maxBytes: mostBytes, answer: send },
  ];
}
