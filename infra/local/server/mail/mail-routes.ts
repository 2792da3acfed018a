import { problem } from '../../../../shared/http/problem.ts';
import { mailboxPage } from '../pages/mailbox-page.ts';
import { page } from '../pages/page.ts';
import { jsonReply, languageOf, type Route } from '../route.ts';
import type { Message, MessageFolder } from './message-folder.ts';

const shown = ({ to, subject, text, sentAt, file }: Message) => ({ to, subject, text, sentAt, file });

/** Shown as text: a browser must never run what came by mail. */
const rawReply = (bytes: Uint8Array) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: bytes,
});

/** What the machine has sent, as data and as a page, and what has been sent to it. */
export const mailRoutes = (sent: MessageFolder, received: MessageFolder): readonly Route[] => [
  { on: 'GET /_local/mail', answer: async () => jsonReply((await sent.all()).map(shown)) },
  { on: 'GET /_local/mailbox', answer: async () => page(mailboxPage(await sent.all(), await received.all())) },
  ...(
    [
      ['GET /_local/mail/{file}', sent],
      ['GET /_local/inbox/{file}', received],
    ] as const
  ).map(
    ([on, folder]): Route => ({
      on,
      async answer({ params, headers }) {
        const bytes = await folder.raw(params.file ?? '');
        return bytes ? rawReply(bytes) : problem(404, 'no-such-message', languageOf(headers));
      },
    }),
  ),
];
