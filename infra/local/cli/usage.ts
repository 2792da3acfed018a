/** Every command: its flags, and what it answers in a few words. The help and every usage error print from here. */
export const usage = {
  deadlines: {
    flags: '--pack PAKET --month ÅÅÅÅ-MM [--set NYCKEL=VÄRDE …]',
    about: 'dagarna då månadens redovisning, rapport och sammanställning ska vara inne',
  },
  clock: {
    flags: '--pack PAKET --kind municipal|private --at TID [--set NYCKEL=VÄRDE …]',
    about: 'när startgränsen börjar räknas och när den löper ut',
  },
  workdays: {
    flags: '--pack PAKET --from DATUM --add ANTAL [--set NYCKEL=VÄRDE …]',
    about: 'dagen så många arbetsdagar senare; startdagen är dag 0',
  },
  'switch-window': {
    flags: '--pack PAKET --out TID --in TID [--told TID] [--date DATUM] [--set NYCKEL=VÄRDE …]',
    about: 'dagarna då ett byte av utförare får ske',
  },
  notice: {
    flags:
      '--pack PAKET --at DATUM --effective DATUM [--weekly MINUTER --weekdays 1-5 --rate ÖRE] [--set NYCKEL=VÄRDE …]',
    about: 'tidigaste dag efter en uppsägning, hur många dagar som fattas, och vad de kostar',
  },
  turns: {
    flags: '--list FIL [--pack PAKET] [--set NYCKEL=VÄRDE …]',
    about: 'spelar upp en turordningslista: vem som fick varje tur, vilka som hoppades över, och vem som står på tur',
    more: [
      'FIL är JSON (eller svaret från GET /choices/turns/export):',
      '  { "pack"?, "set"?: ["rotation.skipKeepsTurn=false"], "providers": [{ "id", "number" }], "last"?: "P3",',
      '    "turns": [{ "orderId", "at"?, "kind"?: "NONCHOICE|URGENT", "unavailable"?: [{ "provider", "reason" }],',
      '                "provider"?: "P1", "skipped"?: [{ "provider", "reason" }] }] }',
      '  last: den som fick den senaste turen före dessa. unavailable: vilka som inte kan ta just den turen, och varför.',
      '  provider, skipped: vad som är antecknat; kommer uppspelningen till något annat är utgångskoden 1.',
      '  Mellan turerna: { "event": "ADDED", "provider", "number" } ställer en ny utförare sist,',
      '  { "event": "BUILT", "providers", "first"? } upprättar listan på nytt, PAUSED, RESUMED och ENDED flyttar ingen.',
      '  orders får stå i stället för turns. Utan --pack och pack gäller leksand; --set går före set.',
    ],
  },
  check: {
    flags:
      '--pack PAKET --cases FIL --report FIL --deviations FIL [--provider ID] [--trail all] [--remarks] [--format NAMN] [--set NYCKEL=VÄRDE …]',
    about: 'provkörning: vad kommunen skulle besluta om filen i dag',
    more: [
      'FIL är CSV, eller en arbetsbok (xlsx, ods) med bladen Tidsrapport och Avvikelser; då behövs inte --deviations.',
      '  --remarks lägger till vad som märks i raderna utan att någon siffra ändras: besök som krockar, veckor som är kopior …',
      '  --format läser utförarens egen utskrift med paketets karta (reports.NAMN): CSV eller arbetsbok.',
      '  --in MAPP i stället för filerna: cases.json och <id>-report.csv, <id>-deviations.csv; en rad JSON per utförare.',
    ],
  },
  adjust: {
    flags: '--pack PAKET --before MAPP --after MAPP [--provider ID] [--set NYCKEL=VÄRDE …]',
    about: 'vad en sammanställd månad blir med det som är känt nu: en rad per ärende, i minuter och öre',
    more: [
      'Två lägen av samma månad, var och en som --in till month. Det sammanställda lägets regler och timersättning gäller.',
      '  En utförare utan filer i --before har inte lämnat in (A81). Flera utförare: en rad JSON per utförare.',
    ],
  },
  sample: {
    flags: '--seed HEX --cases FIL --month ÅÅÅÅ-MM [--share PROCENT]',
    about: 'månadens stickprov: vilka ärenden ett frö lottar fram, och det som offentliggjordes av fröet',
  },
  template: {
    flags:
      '--pack PAKET --cases FIL --month ÅÅÅÅ-MM --provider ID --format xlsx|csv|pdf --out FIL [--set NYCKEL=VÄRDE …]',
    about: 'månadens blanketter med utförarens egna ärenden ifyllda, att fylla i på skärmen eller på papper',
    more: [
      'xlsx är en arbetsbok med båda blanketterna; bladet räknar summorna. csv är tidsrapporten, med avvikelseblanketten',
      '  bredvid som <namn>-avvikelser.csv. pdf är båda att skriva ut; varje sida har en kod som säger vilken den är.',
      'Svar: { "files": […] }, för pdf också "prints": [{ "form", "letters", "pages" }].',
    ],
  },
  month: {
    flags: '--pack PAKET --in MAPP --out MAPP [--set NYCKEL=VÄRDE …]',
    about: 'en hel månad på riktiga filer',
  },
  months: {
    flags: '--pack PAKET --in MAPP --out MAPP [--set NYCKEL=VÄRDE …]',
    about: 'flera månader efter varandra, med det som blir känt efter sammanställningen',
    more: [
      'MAPP har en mapp per månad, ÅÅÅÅ-MM, utan lucka; var och en som --in till month. I den får later.json finnas:',
      '  [{ "at": TID, "caseNo", "known": { "kind": "DEATH", "on" } eller { "kind": "HOSPITAL", "from", "to"? } },',
      '   { "at", "caseNo", "services": [{ "code", "minutesPerMonth", "from"?, "to"? }] },',
      '   { "at", "provider", "report": FIL, "deviations": FIL }, { "at", "undo": NUMMER, "in"?: "ÅÅÅÅ-MM" }]',
      '  Det berättas vid sin tid och gäller månader som är sammanställda då. FIL ligger i samma mapp. undo är uppgiftens',
      '  plats i filen, från 0; in säger vilken månads fil, när det inte är den egna.',
      '  Det som är berättat gäller till dess det ångras. services tar de beslutade insatsernas plats, tills en månads',
      '  cases.json säger något nytt om dem.',
      'Svar: { "months": [{ "month", "provider", "amountOre", "adjustmentsOre", "broughtForwardOre", "toInvoiceOre",',
      '"carriedForwardOre" }] }. Det som inte kan tas upp i en senare månad, när utföraren har slutat, avräknas av chefen:',
      '  en rad till med "kind": "settlement" och "claimOre", där det som ska betalas tillbaka står i "toInvoiceOre" under noll.',
      'I --out en mapp per månad, som month skriver den; inget om något är fel (utgångskod 2).',
    ],
  },
  verify: {
    flags: 'FIL [--keys JWKS]',
    about: 'om en undertecknad handling är hel, och vems den är',
  },
  'invoice-check': {
    flags: 'FIL --statement FIL [--cases FIL] [--earlier FIL …]',
    about: 'om en faktura stämmer med sammanställningen: formatet, summorna och att inga personuppgifter står på den',
    more: [
      'FIL är UBL (Invoice eller CreditNote), eller siffror:',
      '  { "number", "issueDate", "dueDate"?, "sellerOrgNo", "reference"?, "month", "minutes", "amountOre", "vatOre"?,',
      '    "payee"?, "texts"?: […], "credits"?: numret på fakturan som krediteras }',
      '  --statement: sammanställningen som month skriver den. --cases: cases.json, med utförarens "orgNo", "bankgiro" eller',
      '    "plusgiro" och "vat" (E eller S25). --earlier: en tidigare faktura som inte är återsänd; den får upprepas.',
      'Svar: { "verdict", "number", "issueDate", "minutes", "amountOre", "blocking": [{ "rule", "code", "at", "text" }],',
      '"warnings" }. Utgångskod 0: kan tas emot. 1: ska återsändas. 2: kan inte läsas.',
    ],
  },
  replay: {
    flags: 'FIL [--set NYCKEL=VÄRDE …]',
    about: 'spelar upp en historia på en ny maskin: vem som gör vad när, och vad det blir av det',
    more: [
      'FIL är JSON:',
      '  { "pack": "leksand", "set"?: ["doubleStaffing=EACH"], "municipality": <som cases.json>,',
      '    "steps": [{ "at": TID, "by": "O1", "role"?, "actingFor"?: "O2", "do": "placeOrder", "path"?, "query"?, "body"?,',
      '                "ifMatch"?, "as"?: "order", "expect"?: { "status"?, "code"?, "body"? }, "why"? }],',
      '    "expect"?: { "letters"?, "tasks"? }, "why"? }',
      '  Kommunen läses in vid det första stegets tid. Klockan går till varje stegs at, och det som förfaller görs på vägen.',
      '  by: id i kommunfilen. role: när någon har flera roller. actingFor: den som by är ersättare för.',
      '  do: en väg in (operationId i GET /openapi.json), eller',
      '    sign    ser, loggar in och undertecknar; what säger vad (submission, report, statement …), path och body som i första steget',
      '    clock   bara tiden går',
      '    upload  en fil som lämnas in: body { contentType?, text? }; svarets documentId står sedan för den',
      '    letters mejlen som har gått: { "letters": ANTAL, "items": [{ to, subject, text, sentAt }] }; query.to väljer mottagare, query.from de som gått sedan dess',
      '  as: svarets namn. "$order.id" står sedan för värdet i det svaret, också inne i en text i path, query, body och expect;',
      '    "$orders.items.0.id" går in i en lista, "$$" är ett dollartecken.',
      '  En fil lämnas in som { "base64": "…" }, { "text": "…" } eller { "text": ["rad", "rad"] }.',
      '  expect: en del av svaret. status får vara en lista av tillåtna. I en lista letas varje väntad post upp, i vilken ordning',
      '    som helst; [] är tom, null är det som saknas. { "$length": 2 } räknar, { "$none": … } finns inte i listan,',
      '    { "$has": "ord" } står någonstans i värdet, { "$atMost": … } är högst så stort eller så sent, { "$not": … } är något annat,',
      '    { "$any": [ …, … ] } är något av detta.',
      'En rad JSON per steg, { "step", "at", "status", "code"?, "body" }, sist { "letters", "tasks": { ANVÄNDARE: [{ "code", "subject",',
      '"due", "late" }] } }. Ett nekat steg utan expect är bara en rad. Utgångskod 1: något blev inte som väntat. 2: filen kan inte',
      'spelas upp (okänt do, okänd användare, hänvisning till inget, tid som går bakåt, inte JSON); varje fel med sitt steg.',
    ],
  },
} as const;

export type CommandName = keyof typeof usage;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(usage, name);

export const usageOf = (command: CommandName): string => `utfort ${command} ${usage[command].flags}`;
