import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { localSender } from '../../../shared/embedded/local-mailer.ts';
import { mostBytes } from '../../../shared/mail/read-mail.ts';
import type { Machine } from '../machine.ts';
import { CannotStart } from '../server/cannot-start.ts';
import type { Certificate } from './own-certificate.ts';
import { pace } from './pace.ts';
import { takesMailFor } from './recipients.ts';
import { scanned } from './test-virus.ts';
import { type WireFault, wireFault } from './wire-faults.ts';

/** What one sender, and all of them, may ask of the machine. */
type MailLimits = {
  /** Connections, and messages, in a minute from one address: about twice what a mail server of a large provider sends. */
  readonly perMinute: number;
  /** Connections at a time. */
  readonly clients: number;
  readonly recipients: number;
  /** Bytes of messages that are on their way in, together: they stand in memory until they are whole. */
  readonly held: number;
  /** In milliseconds: for how long nothing may be said, and how long one message may take. */
  readonly silent: number;
  readonly slowest: number;
};
const usual: MailLimits = {
  perMinute: 12_000,
  clients: 200,
  recipients: 100,
  held: 8 * mostBytes,
  silent: 60_000,
  slowest: 300_000,
};

const no = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
const later = {
  starting: () => no(421, 'Starting, try again soon'),
  pace: () => no(421, 'Too much in a minute, try again later'),
  messages: () => no(450, 'Too many messages in a minute, try again later'),
  full: () => no(452, 'Too much is coming in, try again later'),
  failed: () => no(451, 'Try again later'),
};
const faults: Readonly<Record<WireFault, string>> = {
  'bare-line-end': 'Lines must end in CR LF, and neither may stand alone',
  nul: 'A message must not hold NUL',
  'long-line': 'A line is too long',
};

/** What only the conversation knew and the message itself does not say; who may act on mail is judged by it. */
const envelopeOf = (session: SMTPServerSession) => ({
  remoteAddress: session.remoteAddress,
  helo: session.hostNameAppearsAs,
  from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
  to: session.envelope.rcptTo.map(({ address }) => address),
  // The senders' clocks go by the world, whatever time it is on this machine.
  arrivedAt: new Date().toISOString(),
});

export type MailServer = { readonly port: number; close(): Promise<void> };

export type MailServerSettings = {
  readonly port: number;
  readonly machine: Pick<Machine, 'deps' | 'tell'>;
  readonly certificate: Certificate;
  /** False while the machine is being filled: what it took in then would not survive a crash. */
  readonly isOpen: () => boolean;
  readonly limits?: Partial<MailLimits>;
};

/** Takes mail in: the raw message is safe on disk, and known, before the sender is told that it has arrived. */
export function mailIn({ port, machine, certificate, isOpen, ...given }: MailServerSettings): Promise<MailServer> {
  const { deps, tell } = machine;
  const limits = { ...usual, ...given.limits };
  const [connects, sends] = [pace(limits.perMinute), pace(limits.perMinute)];
  let held = 0;

  /** The whole message, or nothing of one that is too large or has no room just now; read to its end in any case. */
  async function received(stream: SMTPServerDataStream): Promise<Buffer | 'full'> {
    const pieces: Buffer[] = [];
    let own = 0;
    const letGo = () => {
      held -= own;
      own = 0;
      pieces.length = 0;
    };
    let isFull = false;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        isFull ||= held + piece.byteLength > limits.held;
        if (isFull || stream.sizeExceeded) {
          letGo();
          continue;
        }
        pieces.push(piece);
        own += piece.byteLength;
        held += piece.byteLength;
      }
      return isFull ? 'full' : Buffer.concat(pieces);
    } finally {
      letGo();
    }
  }

  async function keep(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | string> {
    const raw = await received(stream);
    if (raw === 'full') return later.full();
    // The server itself refuses it, with the limit.
    if (stream.sizeExceeded) return '';
    const fault = wireFault(raw);
    if (fault) return no(554, faults[fault]);
    const id = deps.newId('in');
    await deps.documents.put('incoming', id, raw, 'message/rfc822');
    await tell('mail-in', { mailId: id, laid: { documentId: id, envelope: envelopeOf(session) }, scan: scanned(raw) });
    return `Kept as ${id}`;
  }

  const server = new SMTPServer({
    name: 'utfort.localhost',
    size: mostBytes,
    rejectOversized: true,
    authOptional: true,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    maxClients: limits.clients,
    maxRecipients: limits.recipients,
    maxCommandLength: 2048,
    socketTimeout: limits.silent,
    logger: false,
    closeTimeout: 2000,
    ...certificate,
    onConnect({ remoteAddress }, callback) {
      if (!isOpen()) return callback(later.starting());
      callback(connects(remoteAddress, Date.now()) ? null : later.pace());
    },
    onMailFrom(_, { remoteAddress }, callback) {
      callback(sends(remoteAddress, Date.now()) ? null : later.messages());
    },
    onRcptTo({ address }, _, callback) {
      callback(takesMailFor(address, localSender.address) ? null : no(550, 'Mail for others is not passed on'));
    },
    onData(stream, session, callback) {
      const tooSlow = setTimeout(() => {
        for (const one of server.connections) if (one.session.id === session.id) one.close();
      }, limits.slowest);
      keep(stream, session)
        .catch((failure) => {
          // A sender that breaks off has not been told that it arrived, and sends it again.
          if (!stream.destroyed || stream.readableEnded)
            deps.log.error('a message could not be kept', { entry: 'smtp', failure });
          return later.failed();
        })
        .then((outcome) => {
          clearTimeout(tooSlow);
          if (outcome instanceof Error) callback(outcome);
          else callback(null, outcome);
        });
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
