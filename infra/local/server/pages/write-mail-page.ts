import type { FolderMessage } from '../mail/message-folder.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';

/** What stands in the form. */
export type WrittenMail = {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly isSigned: boolean;
};

export type WriteMailPage = {
  /** The mail that is replied to, when it is a reply. */
  readonly replied: FolderMessage | undefined;
  /** Mail that may be replied to, the newest first. */
  readonly repliable: readonly FolderMessage[];
  readonly to: string;
  readonly addresses: readonly string[];
  readonly written: WrittenMail;
  /** Why the last attempt was not sent. */
  readonly failed?: string;
};

/** What tells it from the others of its kind: the case that it is about, where it says one. */
const labelOf = ({ subject, text, to }: FolderMessage): string =>
  [subject, /Ärende [\w-]+/.exec(text)?.[0], `till ${to}`].filter(Boolean).join(' · ');

const choice = (message: FolderMessage, replied: FolderMessage | undefined): Html =>
  message.file === replied?.file
    ? html`<option value="${message.file}" selected>${labelOf(message)}</option>`
    : html`<option value="${message.file}">${labelOf(message)}</option>`;

const choosing = ({ repliable, replied }: WriteMailPage): Html => html`
<form method="get" action="/_local/mailbox/skriv" class="card form">
<p><label for="svar">Mejlet som du svarar på</label>
<select id="svar" name="svar"><option value="">Inget: ett nytt mejl</option>${repliable.map((one) => choice(one, replied))}</select></p>
<p><button class="btn">Välj</button></p>
</form>`;

const box = (isChecked: boolean): Html =>
  isChecked
    ? html`<input type="checkbox" id="signerat" name="signerat" value="ja" checked>`
    : html`<input type="checkbox" id="signerat" name="signerat" value="ja">`;

/** A mail written as if by a provider's mail program; the demo's stand-in for their mail server signs it, or not. */
export const writeMailPage = (page: WriteMailPage): string => {
  const { replied, to, addresses, written, failed } = page;
  return layout({
    title: 'Skriv ett mejl som en utförare',
    here: '',
    main: html`
<h1>Skriv ett mejl som en utförare</h1>
<p class="lead">Mejlet går in samma väg som ett från ett mejlprogram. Signerat är det som om utförarens egen e-postserver skickade det. Osignerat är det som om vem som helst gjorde det.</p>
${failed === undefined ? undefined : html`<p class="note no" role="alert">${failed}</p>`}
${choosing(page)}
<form method="post" action="/_local/mailbox/skriv" enctype="multipart/form-data" class="card form">
<input type="hidden" name="svar" value="${replied?.file}">
<p><b>Till</b> ${to}</p>
<p><label for="fran">Från</label>
<input type="email" id="fran" name="fran" list="adresser" required value="${written.from}">
<datalist id="adresser">${addresses.map((one) => html`<option value="${one}"></option>`)}</datalist></p>
<p><label for="amne">Ämne</label>
<input type="text" id="amne" name="amne" maxlength="200" value="${written.subject}"></p>
<p><label for="text">Text</label>
<textarea id="text" name="text" rows="10">${written.text}</textarea></p>
<p><label for="filer">Filer</label>
<input type="file" id="filer" name="filer" multiple></p>
<p class="check">${box(written.isSigned)} <label for="signerat">Signerat av avsändarens domän</label></p>
<p class="bar"><button class="btn go">Skicka</button> <a class="btn" href="/_local/mailbox">Avbryt</a></p>
</form>`,
  });
};
