/** The area's own texts, in its own pages' files: nobody else waits for them. */
export const sv = {
  title: (municipality: string) => `Hemtjänst i ${municipality || 'kommunen'}`,
  lead: 'Det som alla får läsa, utan att logga in.',
  providers: 'Utförare att välja mellan',
  providersText:
    'Har du beviljats hemtjänst väljer du själv utförare, och du får byta. Din biståndshandläggare tar emot valet.',
  none: 'Just nu finns ingen utförare som tar emot nya kunder.',
  kind: 'Drivs av',
  kinds: { municipal: 'kommunen', private: 'privat utförare' },
  areas: 'Områden',
  everywhere: 'hela kommunen',
  phone: 'Telefon',
  email: 'Mejl',
  forms: 'Blanketter för utförare',
  formsText:
    'Tomma filer med rätt kolumner, att öppna i ett kalkylprogram. Inloggad kan du hämta dem ifyllda med dina ärenden.',
  report: 'Hämta tidsrapporten',
  deviations: 'Hämta avvikelseblanketten',
  verifyText: 'Har du fått en undertecknad handling kan du se om den är äkta och oförändrad, utan att logga in.',
  statement: {
    title: 'Tillgänglighetsredogörelse',
    lead: (municipality: string) =>
      `${municipality || 'Kommunen'} står bakom den här portalen. Alla ska kunna använda den, och här står hur väl den klarar det.`,
    how: 'Hur tillgänglig portalen är',
    howText:
      'Portalen är byggd för att följa WCAG 2.2 på nivå AA och därmed kraven i lagen (2018:1937) om tillgänglighet till digital offentlig service. Den är inte granskad av någon utomstående, så vi kallar den delvis förenlig med lagen tills det är gjort.',
    lacks: 'Det vi vet brister, eller inte har prövat',
    lacking: {
      reader: 'Portalen är inte prövad tillsammans med personer som använder skärmläsare till vardags.',
      letters: 'Mejl och sammanställningar i PDF är inte prövade med hjälpmedel. Samma uppgifter finns på sidorna.',
      swedish: 'Skälen till varje minut och utförarnas egna texter finns bara på svenska.',
      script: 'Portalen kräver JavaScript.',
    },
    tested: 'Hur vi har prövat',
    testedText:
      'Varje sida prövas maskinellt vid varje ändring: på bred och smal skärm, på svenska och engelska, i ljust och mörkt läge. Tangentbordet prövas i de viktigaste flödena. Maskiner hittar bara en del av felen.',
    tell: 'Säg till när något inte fungerar',
    tellText: 'Hör av dig om du inte kan använda en sida, så hjälper vi dig på annat sätt och rättar felet.',
    noHelp: 'Ring kommunens växel och fråga efter hemtjänsten.',
    authority: 'Tillsyn',
    authorityText: 'Myndigheten för digital förvaltning har tillsyn. Är du inte nöjd med hur vi svarar kan du',
    authorityLink: 'anmäla det till Digg',
  },
};
