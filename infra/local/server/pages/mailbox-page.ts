import { type Promptness, promisedSeconds } from '../../../../functions/letters/promptness.ts';
import type { Mail } from '../../../../functions/mail/mail.ts';
import { mailRow } from '../../../../functions/mail/quarantine/mail-view.ts';
import { shownLine, shownText } from '../../../../functions/mail/quarantine/shown-text.ts';
import { parseInstant, swedishInstant } from '../../../../shared/domain/local-time.ts';
import type { FolderMessage } from '../mail/message-folder.ts';
import { type Html, html } from './html.ts';
import { fateOf } from './mail-words.ts';
import { layout } from './page.ts';

const when = (sentAt: string): string => {
  const at = parseInstant(sentAt);
  return at ? swedishInstant(at) : 'utan datum';
};

/** How many of what was sent are shown, the newest first. */
const mostShown = 500;

const sentMail = (message: FolderMessage): Html => html`
<article class="card letter">
<h3>${message.subject || 'Utan ämne'}</h3>
<p class="lead">Till ${message.to} · <time datetime="${message.sentAt}">${when(message.sentAt)}</time></p>
<pre>${message.text}</pre>
<p>${message.replyTo ? html`<a href="/_local/mailbox/skriv?svar=${message.file}">Svara som mottagaren</a> · ` : undefined}<a href="/_local/mail/${message.file}">Meddelandet som det skickades</a></p>
</article>`;

/** One that the reader does not take: that it is there, and the bytes that came. */
const unreadable = ({ file }: FolderMessage): Html => html`
<article class="card letter">
<h3>Meddelandet kan inte visas</h3>
<p class="lead">Det är skadat, eller för stort eller för invecklat för att läsas här. Inget har tagits bort ur det.</p>
<p><a href="/_local/mail/${file}">Meddelandet som det skickades</a></p>
</article>`;

const receivedMail = (mail: Mail): Html => {
  const { tone, words } = fateOf(mail);
  const { claims, subject } = mailRow(mail, 'sv');
  const from = claims ?? shownLine(mail.envelope?.from ?? '');
  return html`
<article class="card letter" id="${mail.id}">
<h3>${subject || 'Utan ämne'}</h3>
<p class="lead">Från ${from || 'okänd avsändare'} · <time datetime="${mail.receivedAt}">${swedishInstant(mail.receivedAt)}</time></p>
<p class="fate ${tone}">${words}</p>
${mail.text ? html`<pre>${shownText(mail.text)}</pre>` : undefined}
${mail.scan === 'INFECTED' ? undefined : html`<p><a href="/_local/inbox/${mail.id}">Meddelandet som det kom</a></p>`}
</article>`;
};

/** How promptly today's have left; one that should have left and has not is a miss. */
const promptnessInWords = ({ sent, inTime, missed, share }: Promptness): string =>
  share === undefined
    ? 'Inget mejl har skickats i dag.'
    : `I dag: ${String(share).replace('.', ',')} procent skickades inom ${promisedSeconds} sekunder (${inTime} av ${sent + missed}). ${
        missed === 0 ? 'Inget väntar för länge.' : `${missed} har inte skickats än, och räknas som för sena.`
      }`;

const all = <T>(messages: readonly T[], none: string, show: (message: T) => Html): Html =>
  messages.length === 0 ? html`<p>${none}</p>` : html`${messages.map(show)}`;

/** Every mail that would have left the machine, and what has come in to it, with what has become of each. */
export const mailboxPage = (
  sent: readonly FolderMessage[],
  received: readonly Mail[],
  { smtpPort, figures }: { readonly smtpPort: number; readonly figures: Promptness },
): string =>
  layout({
    title: 'Mejl',
    here: '/_local/mailbox',
    main: html`
<h1>Mejl</h1>
<p class="lead">Allt som skulle ha skickats med e-post, och allt som har kommit in. Mejlen nämner ärendenummer, aldrig namn eller personnummer.</p>
<p class="bar"><a class="btn go" href="/_local/mailbox/skriv">Skriv ett mejl som en utförare</a>
<a class="btn" href="/_local/mailbox/forhandsvisning">Se alla sorters mejl</a></p>
<nav aria-label="Delar"><ul class="jump"><li><a href="#inkommet">Inkommet (${received.length})</a></li><li><a href="#skickat">Skickat (${sent.length})</a></li></ul></nav>
<section aria-labelledby="inkommet"><h2 id="inkommet">Inkommet (${received.length})</h2>
<p>Ett mejl gör något bara när det är bevisat vem det kommer från. Annars stoppas det tills en människa har läst det. Ett mejlprogram skickar hit på 127.0.0.1, port ${smtpPort}.</p>
${all(received, 'Inget mejl har kommit in.', receivedMail)}
</section>
<section aria-labelledby="skickat"><h2 id="skickat">Skickat (${sent.length})</h2>
<p>${promptnessInWords(figures)}</p>
${all(sent.slice(0, mostShown), 'Inget mejl har skickats än.', (message) => (message.isReadable ? sentMail(message) : unreadable(message)))}
</section>`,
  });
