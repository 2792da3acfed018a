import type { LocalReply } from '../route.ts';
import { type Html, html } from './html.ts';

const places = [
  ['/_local', 'Start'],
  ['/', 'Portalen'],
  ['/api', 'API'],
  ['/_local/mailbox', 'Mejl'],
  ['/verifiera', 'Verifiera'],
] as const;

const link = (href: string, text: string, here: string): Html =>
  href === here ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`;

/** One page in the machine's own look. `here` is its path, for the menu. */
export const layout = ({ title, here, main }: { title: string; here: string; main: Html }): string =>
  `<!doctype html>
${
  html`<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === 'Utfört' ? title : `${title} – Utfört`}</title>
<link rel="icon" href="/_local/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/_local/style.css">
</head>
<body>
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header><div class="in"><a class="name" href="/_local">Utfört</a><nav aria-label="Huvudmeny">${places.map(([href, text]) => link(href, text, here))}</nav></div></header>
<main id="innehall" tabindex="-1">${main}</main>
<footer><div class="in">Utfört på en egen dator. Här finns bara påhittade personer, och inga mejl lämnar maskinen.</div></footer>
</body>
</html>`.html
}
`;

export const htmlPage = (text: string, statusCode = 200): LocalReply & { readonly body: string } => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: text,
});
