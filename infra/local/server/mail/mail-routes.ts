import { languageOf } from '../../../../shared/http/language.ts';
import { problem } from '../../../../shared/http/problem.ts';
import type { Machine } from '../../machine.ts';
import { mailboxPage } from '../pages/mailbox-page.ts';
import { htmlPage } from '../pages/page.ts';
import { jsonReply, type LocalRoute } from '../route.ts';
import type { FolderMessage, MessageFolder } from './message-folder.ts';

const shown = ({ to, subject, text, sentAt, file }: FolderMessage) => ({ to, subject, text, sentAt, file });

/** Shown as text: a browser must never run what came by mail. */
const rawReply = (bytes: Uint8Array) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: bytes,
});

/** Whoever looks in the mailbox sees the letters of what was just done, and need not wait for the next second. */
const sendWhatWaits = (machine: Machine) => machine.tick();

/** What the machine has sent, as data and as a page, and what has been sent to it. */
export const mailRoutes = (machine: Machine, sent: MessageFolder, received: MessageFolder): readonly LocalRoute[] => [
  {
    on: 'GET /_local/mail',
    async answer() {
      await sendWhatWaits(machine);
      return jsonReply((await sent.all()).map(shown));
    },
  },
  {
    on: 'GET /_local/mailbox',
    async answer() {
      await sendWhatWaits(machine);
      return htmlPage(mailboxPage(await sent.all(), await received.all()));
    },
  },
  ...(
    [
      ['GET /_local/mail/{file}', sent],
      ['GET /_local/inbox/{file}', received],
    ] as const
  ).map(
    ([on, folder]): LocalRoute => ({
      on,
      async answer({ params, headers }) {
        const bytes = await folder.raw(params.file ?? '');
        return bytes ? rawReply(bytes) : problem(404, 'letter-not-found', languageOf(headers));
      },
    }),
  ),
];
