import { buffer } from 'node:stream/consumers';
import { promptnessOn } from '../../../../functions/letters/load-figures.ts';
import type { Mail } from '../../../../functions/mail/mail.ts';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { mailRow } from '../../../../functions/mail/quarantine/mail-view.ts';
import { shownLine } from '../../../../functions/mail/quarantine/shown-text.ts';
import { dateOf, localIso } from '../../../../shared/domain/local-time.ts';
import { languageOf } from '../../../../shared/http/language.ts';
import { problem } from '../../../../shared/http/problem.ts';
import type { Machine } from '../../machine.ts';
import { fateOf } from '../pages/mail-words.ts';
import { mailboxPage } from '../pages/mailbox-page.ts';
import { htmlPage } from '../pages/page.ts';
import { jsonReply, type LocalRoute } from '../route.ts';
import { catchUp } from './catch-up.ts';
import type { FolderMessage, MessageFolder } from './message-folder.ts';
import { receivedMail } from './received-mail.ts';

const shown = ({ to, subject, text, sentAt, file }: FolderMessage) => ({ to, subject, text, sentAt, file });
const shownIn = (mail: Mail) => ({
  id: mail.id,
  from: mailRow(mail, 'sv').claims ?? shownLine(mail.envelope?.from ?? ''),
  subject: mailRow(mail, 'sv').subject ?? '',
  receivedAt: localIso(mail.receivedAt),
  state: mail.state,
  fate: fateOf(mail).words,
});

/** Shown as text: a browser must never run what came by mail. */
const rawReply = (bytes: Uint8Array) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: bytes,
});

/** In milliseconds: who asks for data wants all of it, and waits longer than who looks at a page, but not for ever. */
const longest = 60_000;

/** What the machine has sent, as data and as a page, and what has been sent to it with what has become of it. */
export const mailRoutes = (
  machine: Machine,
  sent: MessageFolder,
  smtpPort: number,
  patience = longest,
): readonly LocalRoute[] => [
  {
    on: 'GET /_local/mail',
    async answer() {
      await catchUp(machine, patience);
      return jsonReply((await sent.all()).map(shown));
    },
  },
  {
    on: 'GET /_local/inbox',
    async answer() {
      await catchUp(machine, patience);
      return jsonReply((await receivedMail(machine.deps.table)).map(shownIn));
    },
  },
  {
    on: 'GET /_local/mailbox',
    async answer() {
      await catchUp(machine);
      const at = machine.clock.now();
      const figures = await promptnessOn(dateOf(at), at, machine.deps.table);
      return htmlPage(mailboxPage(await sent.all(), await receivedMail(machine.deps.table), { smtpPort, figures }));
    },
  },
  {
    on: 'GET /_local/mail/{file}',
    async answer({ params, headers }) {
      const bytes = await sent.raw(params.file ?? '');
      return bytes ? rawReply(bytes) : problem(404, 'letter-not-found', languageOf(headers));
    },
  },
  {
    on: 'GET /_local/inbox/{mailId}',
    async answer({ params, headers }) {
      const { table, documents } = machine.deps;
      const file = (await mailStore(table).find(params.mailId ?? ''))?.entity.file;
      return file
        ? rawReply(await buffer(documents.read(file.bucket, file.id)))
        : problem(404, 'letter-not-found', languageOf(headers));
    },
  },
];
