import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Machine } from './machine.ts';
import { CannotStart } from './server/cannot-start.ts';

const limit = 25_000_000;

/** What only the conversation knew and the message itself does not say; who may act on mail is judged by it. */
const envelopeOf = (session: SMTPServerSession) => ({
  remoteAddress: session.remoteAddress,
  helo: session.hostNameAppearsAs,
  from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
  to: session.envelope.rcptTo.map(({ address }) => address),
});

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) if (!stream.sizeExceeded) pieces.push(piece);
  return Buffer.concat(pieces);
}

export type MailServer = { readonly port: number; close(): Promise<void> };

/** Takes mail in: the raw message is safe on disk before the sender is told that it has arrived. */
export function mailIn(port: number, { deps, tell }: Pick<Machine, 'deps' | 'tell'>): Promise<MailServer> {
  async function keep(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const raw = await bytesOf(stream);
    const id = deps.newId('in');
    if (stream.sizeExceeded) return id;
    await deps.documents.put('incoming', id, raw, 'message/rfc822');
    await tell('mail-in', { mailId: id, laid: { documentId: id, envelope: envelopeOf(session) }, scan: 'CLEAN' });
    return id;
  }

  const server = new SMTPServer({
    size: limit,
    rejectOversized: true,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 2000,
    onData(stream, session, callback) {
      keep(stream, session).then(
        (id) => callback(null, `Kept as ${id}`),
        (failure) => {
          deps.log.error('a message could not be kept', { entry: 'smtp', failure });
          callback(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        },
      );
    },
  });

  return new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) =>
      reject(
        failure.code === 'EADDRINUSE'
          ? new CannotStart(`SMTP port ${port} is in use; set SMTP_PORT to another one, or to 0 for any.`)
          : failure,
      ),
    );
    const listening = server.listen(port, '127.0.0.1', () => {
      // From here on an error is one sender's broken line, not the server's.
      server.removeAllListeners('error').on('error', () => {});
      const address = listening.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
