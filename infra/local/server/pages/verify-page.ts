import { swedishInstant } from '../../../../shared/domain/local-time.ts';
import { roleKinds } from '../../../../shared/domain/role-kinds.ts';
import { Role } from '../../../../shared/domain/roles.ts';
import type { SignedBy } from '../../../../shared/domain/signed-record.ts';
import type { Flaw, Verification } from '../../../../shared/domain/verify-record-file.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';

const kinds: Readonly<Record<string, string>> = {
  submission: 'Inlämning',
  report: 'Handläggarens rapport',
  statement: 'Underlag',
};

const flaws: Readonly<Record<Flaw, string>> = {
  'not-a-record': 'Det är ingen undertecknad handling från Utfört, eller så är filen skadad.',
  'not-canonical': 'Filen är omskriven: innehållet står inte på det enda sätt som sigillet gäller för.',
  'content-changed': 'Innehållet är ändrat efter undertecknandet.',
  'payload-changed': 'Uppgifterna om undertecknandet är ändrade efteråt.',
  'header-mismatch': 'Sigillet är gjort på ett annat sätt eller med en annan nyckel än handlingen säger.',
  'bad-signature': 'Sigillet hör inte till den här handlingen.',
  'broken-chain': 'Kedjan till de tidigare handlingarna är bruten.',
  'unknown-key': 'Sigillet är gjort med en nyckel som kommunen inte har publicerat.',
  'key-mismatch': 'Nyckeln utger sig för att vara en av kommunens, men är en annan.',
  'key-not-in-force': 'Nyckeln användes inte av kommunen när handlingen säger sig vara undertecknad.',
};

/** A record carries its role as text; one that is no longer among ours is shown as it stands. */
const signer = ({ userId, name, role }: SignedBy): string => {
  const known = Role.safeParse(role);
  return `${name ?? userId}, ${known.success ? roleKinds[known.data].name.toLowerCase() : role}`;
};

const answer = (verification: Verification): Html =>
  verification.valid
    ? html`<div class="note ok" role="status"><h2>Handlingen är äkta och oförändrad</h2>
<dl><dt>Handling</dt><dd>${kinds[verification.kind] ?? verification.kind}</dd>
<dt>Undertecknad av</dt><dd>${signer(verification.signedBy)}</dd>
<dt>När</dt><dd>${swedishInstant(verification.signedAt)}</dd>
<dt>Sigill</dt><dd>gjort med en av de nycklar som kommunen har publicerat</dd></dl></div>`
    : html`<div class="note no" role="alert"><h2>Lita inte på den här handlingen</h2>
<p>${flaws[verification.reason]} <code>${verification.reason}</code></p></div>`;

const nothing = html`<div class="note ask" role="alert"><h2>Ingen handling att kontrollera</h2>
<p>Välj en fil eller klistra in handlingens text.</p></div>`;

/** A person holds up a record and is told in words whether it can be trusted. */
export const verifyPage = (judged?: Verification | 'nothing'): string =>
  layout({
    title: 'Verifiera en handling',
    here: '/verifiera',
    main: html`
<h1>Verifiera en handling</h1>
<p class="lead">Är den oförändrad sedan den undertecknades, och är sigillet kommunens? En enda ändrad bokstav syns. Det du lämnar här sparas inte.</p>
${judged === undefined ? undefined : judged === 'nothing' ? nothing : answer(judged)}
<form method="post" action="/verifiera" enctype="multipart/form-data" class="card form">
<p><label for="fil">Handlingens fil (<code>.json</code>)</label><input type="file" id="fil" name="file" accept=".json,application/json"></p>
<p><label for="text">… eller dess text</label><textarea id="text" name="text" rows="8" spellcheck="false" autocomplete="off"></textarea></p>
<p><button class="btn go">Kontrollera</button></p>
</form>
<p>Kontrollen görs mot <a href="/.well-known/jwks.json">kommunens publicerade nycklar</a>. Samma kontroll går att göra utan den här maskinen, med <code>utfort verify</code>.</p>`,
  });
