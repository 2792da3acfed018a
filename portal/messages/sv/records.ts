import type { RecordKind } from '../../../shared/domain/signed-record.ts';
import type { Flaw } from '../../../shared/domain/verify-record-file.ts';

const kinds: Record<RecordKind, string> = {
  submission: 'Utförarens inlämning av månaden',
  report: 'Handläggarens rapport',
  statement: 'Kommunens sammanställning',
  settlement: 'Kommunens slutavräkning',
  checkpoint: 'Tjänstens nattliga kontrollpunkt',
  agreement: 'Avtal',
  attestation: 'Attest av en faktura',
};

const flaws: Record<Flaw, string> = {
  'not-a-record': 'Filen är ingen undertecknad handling från Utfört, eller så har en del av den försvunnit.',
  'not-canonical': 'Filen har skrivits om av ett annat program. Hämta originalet och prova igen.',
  'content-changed':
    'Innehållet har ändrats efter att det undertecknades: siffrorna är inte de som någon undertecknade.',
  'payload-changed': 'Uppgifterna om vem, när eller vad har ändrats efter att handlingen undertecknades.',
  'header-mismatch': 'Sigillet hör inte ihop med nyckeln i handlingen.',
  'bad-signature': 'Sigillet passar inte handlingen: något i den har ändrats.',
  'broken-chain': 'Kedjan av tidigare handlingar hänger inte ihop.',
  'unknown-key': 'Sigillet är gjort med en nyckel som kommunen inte har gett ut. Handlingen kommer inte härifrån.',
  'key-mismatch': 'Sigillets nyckel är inte den som kommunen har gett ut under det namnet.',
  'key-not-in-force': 'Kommunens nyckel användes inte när handlingen säger att den undertecknades.',
};

/** Signerade handlingar, och hur de kontrolleras. */
export const records = {
  title: 'Undertecknad handling',
  what: 'Det som undertecknades',
  kinds,
  flaws,
  kind: 'Handling',
  verdict: 'Kontroll av handlingen',
  checking: 'Kontrollerar',
  valid: 'Handlingen är äkta',
  validText: 'Din webbläsare har räknat efter själv: inget tecken har ändrats, och sigillet är kommunens.',
  whole: 'Handlingen är oförändrad, men vems den är kan inte sägas',
  wholeText: 'Kommunens nycklar gick inte att hämta. Försök igen om en stund.',
  invalid: 'Handlingen håller inte',
  invalidText: 'Lita inte på den. Be den som du fick den av om originalet, eller hör av dig till kommunen.',
  unchanged: 'Oförändrad',
  unchangedYes: 'Ja, varje tecken är som när den undertecknades',
  seal: 'Kommunens sigill',
  sealYes: (municipality: string) => `Ja, med en nyckel som ${municipality} har gett ut`,
  sealUnknown: 'Gick inte att kontrollera',
  signer: 'Undertecknad av',
  system: 'Tjänsten själv',
  when: 'Undertecknad',
  chain: 'Kedjan',
  chainOk: (seq: number, earlier: number) =>
    earlier === 0
      ? 'Den första handlingen i sin ordning'
      : `Handling ${seq} i sin ordning; ${earlier === 1 ? 'den tidigare är namngiven' : `de ${earlier} tidigare är namngivna`} i den, så ingen kan tas bort`,
  checkpointText: 'Varje natt undertecknar tjänsten den senaste handlingen i varje ordning, så att ingen kan tas bort.',
  between: 'Mellan',
  save: 'Spara handlingen som fil',
  saveText: 'Filen kan kontrolleras av vem som helst, utan att logga in, och håller också utan det här systemet.',
  withdraw: 'Ta tillbaka rapporten',
  sendBack: 'Återsänd rapporten till handläggaren',
  withdrawWhy: 'Varför?',
  withdrawHint: 'Handläggaren och myndighetschefen läser det. Skriv inga namn eller personnummer.',
  withdrawMissing: 'Skriv varför rapporten ska tillbaka',
  withdrawn: (who: string, when: string) => `Rapporten gäller inte längre: ${who} tog tillbaka den ${when}`,
  withdrawnText: 'Ärendena kan bedömas på nytt, och en ny rapport tar den här rapportens plats. Handlingen finns kvar.',
  verifyText:
    'Se om en undertecknad handling är äkta och oförändrad. Allt räknas i din webbläsare; filen skickas ingenstans.',
  file: 'Handlingens fil',
  fileHint: 'En fil som slutar på .json. Du kan också dra den hit.',
  paste: 'Eller klistra in handlingens text',
  judge: 'Kontrollera',
  selfTitle: 'Räkna själv',
  selfText:
    'Kontrollsumman är densamma före och efter underskriften. Den som vill räkna utan oss sparar handlingen som fil, öppnar ett terminalfönster i samma mapp och kör den här raden (Python 3). Svaret ska vara samma kontrollsumma.',
  fileName: 'handlingen.json',
  chooseOne: 'Välj en fil, eller klistra in handlingens text',
};
