import { roleKinds } from '../../../../shared/domain/role-kinds.ts';
import type { DemoUser } from '../sign-in/demo-users.ts';
import { byRole } from './by-role.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';

const choice = ({ user, name, unit }: DemoUser): Html =>
  html`<li><button name="user" value="${user}"><b>${name}</b><span>${unit ? `${unit} · ${user}` : user}</span></button></li>`;

/** Who are you? One press on one name; works without a script. */
export const signInPage = (action: string, users: readonly DemoUser[], failed: boolean): string =>
  layout({
    title: 'Logga in',
    here: '',
    main: html`
<h1>Logga in</h1>
<p class="lead">Välj vem du är. Här finns inga lösenord: alla är påhittade. I drift loggar personalen in hos kommunen.</p>
${failed ? html`<p class="note no" role="alert">Den personen finns inte här. Välj någon i listan.</p>` : undefined}
<form method="post" action="${action}" class="choices">
${byRole(users).map(
  (group) => html`<section><h2>${roleKinds[group.role].name}</h2><ul>${group.users.map(choice)}</ul></section>`,
)}
</form>`,
  });

/** A sign-in that is over: whoever goes back in the browser to its page, signed in or not. */
export const signInOverPage = (): string =>
  layout({
    title: 'Inloggningen är avslutad',
    here: '',
    main: html`
<h1>Inloggningen är avslutad</h1>
<p class="lead">Den här inloggningen är redan gjord, har blivit för gammal eller påbörjades i en annan webbläsare. Det som är undertecknat är undertecknat: du ser det i Utfört.</p>
<p><a href="/">Till Utfört</a></p>`,
  });

/** Sign-in that cannot go on; the code is the standard's own and helps whoever builds against it. */
export const signInFailedPage = (code: string): string =>
  layout({
    title: 'Inloggningen avbröts',
    here: '',
    main: html`
<h1>Inloggningen avbröts</h1>
<p class="lead">Den har blivit för gammal, påbörjades i en annan webbläsare eller var fel formulerad. Börja om från början.</p>
<p>Felkod: <code>${code}</code></p>
<p><a href="/">Till startsidan</a></p>`,
  });

/** `form` is the identity provider's own form and is HTML already. */
export const signOutPage = (form: string): string =>
  layout({
    title: 'Logga ut',
    here: '',
    main: html`
<h1>Logga ut</h1>
<p class="lead">Vill du logga ut ur Utfört?</p>
${{ html: form }}
<p class="bar"><button class="btn go" type="submit" form="op.logoutForm" value="yes" name="logout">Logga ut</button>
<button class="btn" type="submit" form="op.logoutForm">Stanna kvar</button></p>`,
  });

export const signedOutPage = (): string =>
  layout({
    title: 'Utloggad',
    here: '',
    main: html`
<h1>Du är utloggad</h1>
<p><a href="/">Till startsidan</a></p>`,
  });

/** Where a sign-in ends that another program than the portal has asked for. */
export const signedInPage = (): string =>
  layout({
    title: 'Inloggningen är klar',
    here: '',
    main: html`
<h1>Inloggningen är klar</h1>
<p class="lead">Det program som bad om den kan nu hämta sin biljett.</p>
<p><a href="/">Till startsidan</a></p>`,
  });
