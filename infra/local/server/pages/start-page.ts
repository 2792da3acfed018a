import { roleKinds } from '../../../../shared/domain/role-kinds.ts';
import type { DemoUser } from '../sign-in/demo-users.ts';
import { byRole } from './by-role.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';

export type StartPage = {
  readonly base: string;
  /** The machine's time as people read it, and as programs do. */
  readonly now: { readonly words: string; readonly iso: string };
  /** Tomorrow morning, as programs write it. */
  readonly tomorrow: string;
  readonly municipality: string | undefined;
  readonly routine: string | undefined;
  readonly users: readonly DemoUser[];
};

const deeds: readonly (readonly [string, string])[] = [
  [
    'Beställa',
    'Handläggaren beställer hos den utförare som kunden valt. Utföraren bekräftar och påbörjar inom sin frist, och skälet till fristen står bredvid.',
  ],
  [
    'Redovisa',
    'Utföraren provkör månadens fil, ser varje fel med rad och skäl, och chefen undertecknar och lämnar in den.',
  ],
  [
    'Stämma av',
    'Handläggaren ser beviljat, utfört och avvikelser per ärende, bedömer det som inte stämmer och undertecknar sin rapport.',
  ],
  [
    'Betala',
    'Chefen undertecknar sammanställningen. Utföraren fakturerar efter det, och vem som helst kan kontrollera att det är oförändrat.',
  ],
];

const person = ({ user, name, unit }: DemoUser): Html =>
  html`<li><code>${user}</code><span>${name}${unit ? html` <small>${unit}</small>` : undefined}</span></li>`;

const people = (users: readonly DemoUser[]): Html =>
  html`<ul class="roles card">${byRole(users).map(
    (group) => html`<li><div><h3>${roleKinds[group.role].name}</h3><p>${roleKinds[group.role].can}</p></div>
<ul class="people">${group.users.map(person)}</ul></li>`,
  )}</ul>`;

const commands = ({ base, users, tomorrow }: StartPage): string => {
  const user = users.find(({ role }) => role === 'officer')?.user ?? users[0]?.user ?? 'admin';
  const json = "-H 'content-type: application/json'";
  return [
    `TOKEN=$(curl -s ${base}/_local/token ${json} -d '{"user":"${user}"}' | cut -d'"' -f4)`,
    `curl -s ${base}/tasks -H "authorization: Bearer $TOKEN"`,
    `curl -s -X PUT ${base}/_local/clock ${json} -d '{"now":"${tomorrow}"}'`,
  ].join('\n');
};

/** The machine's front door: what this is, who can do what, and where everything stands. */
export const startPage = (start: StartPage): string =>
  layout({
    title: 'Utfört',
    here: '/_local',
    main: html`
<div class="top"><div>
<h1>Hemtjänst: beställd, utförd, undertecknad, betald</h1>
<p class="lead">Utfört håller ihop kommunens beställningar med det som utförarna gör och det som kommunen betalar. Varje minut har sin regel och sitt skäl, och det som är godkänt är undertecknat så att det går att kontrollera.</p>
</div>
<dl class="card clock"><dt>Maskinens tid</dt><dd><time datetime="${start.now.iso}">${start.now.words}</time></dd>
<dt>Kommun</dt><dd>${start.municipality ?? 'ingen inläst än'}</dd>
${start.routine ? html`<dt>Rutin</dt><dd>${start.routine}</dd>` : undefined}</dl></div>
<section aria-labelledby="till-for"><h2 id="till-for">Vad det är till för</h2>
<ol class="deeds">${deeds.map(([name, text]) => html`<li class="card"><h3>${name}</h3><p>${text}</p></li>`)}</ol></section>
<section aria-labelledby="inloggningar"><h2 id="inloggningar">Vem som kan logga in</h2>
${people(start.users)}</section>
<section aria-labelledby="borja"><h2 id="borja">Kom igång</h2>
<p>En biljett för en person, personens uppgifter, och maskinens tid dit du vill ha den. Flyttas tiden framåt görs allt som förfaller på vägen.</p>
<pre class="card" tabindex="0" aria-label="Kommandon">${commands(start)}</pre></section>
<section aria-labelledby="vidare"><h2 id="vidare">Se dig om</h2>
<ul class="links">
<li><a href="/">Portalen</a><span>där personalen och utförarna arbetar; logga in som någon av dem</span></li>
<li><a href="/api">API, i klartext</a><span>varje operation med roller och fält; <a href="/openapi.json">openapi.json</a> för program</span></li>
<li><a href="/_local/mailbox">Mejlen</a><span>alla som skulle ha skickats, alla som har kommit in, och ett formulär att skriva ett som utförare</span></li>
<li><a href="/verifiera">Verifiera en handling</a><span>är den oförändrad, och är det kommunens sigill?</span></li>
<li><a href="/.well-known/jwks.json">Kommunens nycklar</a><span>de som sigillen kontrolleras mot</span></li>
</ul></section>`,
  });
