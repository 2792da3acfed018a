import { parseInstant, swedishInstant } from '../../../../shared/domain/local-time.ts';
import type { FolderMessage } from '../mail/message-folder.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';

const when = (sentAt: string): string => {
  const at = parseInstant(sentAt);
  return at ? swedishInstant(at) : 'utan datum';
};

const readable = (message: FolderMessage, place: string, person: string): Html => html`
<article class="card letter">
<h3>${message.subject || 'Utan ämne'}</h3>
<p class="lead">${person} · <time datetime="${message.sentAt}">${when(message.sentAt)}</time></p>
<pre>${message.text}</pre>
<p><a href="/_local/${place}/${message.file}">Meddelandet som det skickades</a></p>
</article>`;

/** One that the reader does not take: that it is there, and the bytes that came. */
const unreadable = ({ file }: FolderMessage, place: string): Html => html`
<article class="card letter">
<h3>Meddelandet kan inte visas</h3>
<p class="lead">Det är skadat, eller för stort eller för invecklat för att läsas här. Inget har tagits bort ur det.</p>
<p><a href="/_local/${place}/${file}">Meddelandet som det kom</a></p>
</article>`;

const letters = (messages: readonly FolderMessage[], none: string, show: (message: FolderMessage) => Html): Html =>
  messages.length === 0 ? html`<p>${none}</p>` : html`${messages.map(show)}`;

const letter = (message: FolderMessage, place: string, person: string): Html =>
  message.isReadable ? readable(message, place, person) : unreadable(message, place);

/** Every letter that would have left the machine, and what has come in to it. */
export const mailboxPage = (sent: readonly FolderMessage[], received: readonly FolderMessage[]): string =>
  layout({
    title: 'Brevlåda',
    here: '/_local/mailbox',
    main: html`
<h1>Brevlåda</h1>
<p class="lead">Allt som skulle ha skickats med e-post, nyast först. Mejlen nämner ärendenummer, aldrig namn eller personnummer.</p>
<section aria-labelledby="skickat"><h2 id="skickat">Skickat (${sent.length})</h2>
${letters(sent, 'Inget mejl har skickats än.', (message) => letter(message, 'mail', `Till ${message.to}`))}
</section>
<section aria-labelledby="inkommet"><h2 id="inkommet">Inkommet, väntar på att läsas av en människa (${received.length})</h2>
<p>Inkommande post tas emot och sparas, men Utfört gör ingenting av den ännu; det kommer i en senare version.</p>
${letters(received, 'Inget mejl har kommit in.', (message) => letter(message, 'inbox', `Från ${message.from || 'okänd avsändare'}`))}
</section>`,
  });
