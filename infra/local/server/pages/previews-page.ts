import type { Preview } from '../../../../functions/letters/previews.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';
import { whenOf } from './preview-words.ts';

/** Where one of them is shown as a mail program shows it. */
export const previewPath = ({ kind, variant }: Pick<Preview, 'kind' | 'variant'>): string =>
  `/_local/mailbox/forhandsvisning/${kind}${variant === undefined ? '' : `.${variant}`}`;

const preview = (one: Preview): Html => html`
<article class="card letter">
<h3>${one.subject}</h3>
<p class="lead">${whenOf(one)}</p>
<pre>${one.text}</pre>
<p><a href="${previewPath(one)}">Så visar ett mejlprogram det</a></p>
</article>`;

/** Every kind of letter in each of its variants, about nobody. */
export const previewsPage = (previews: readonly Preview[]): string =>
  layout({
    title: 'Alla sorters mejl',
    here: '',
    main: html`
<h1>Alla sorters mejl</h1>
<p class="lead">Så här skriver Utfört, i varje sort och variant (${previews.length}). Uppgifterna är påhittade och handlar inte om någon. <a href="/_local/mailbox">Till mejlen</a></p>
${previews.map(preview)}`,
  });
