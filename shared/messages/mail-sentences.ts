type Sentence = { readonly sv: string; readonly en: string };

/** What is said of mail that has come in: why it was stopped or is asked about, what it says, and why something is refused. */
const sentences = {
  'mail-stopped-infected': {
    sv: 'Skadlig kod hittades i mejlet. Det öppnas inte och kan inte släppas fram.',
    en: 'Harmful code was found in the mail. It is not opened and cannot be let through.',
  },
  'mail-stopped-not-scanned': {
    sv: 'Mejlet kunde inte genomsökas efter skadlig kod. Det öppnas inte och kan inte släppas fram.',
    en: 'The mail could not be scanned for harmful code. It is not opened and cannot be let through.',
  },
  'mail-stopped-no-envelope': {
    sv: 'E-posttjänsten har inte sagt vart mejlet skickades.',
    en: 'The mail service has not said where the mail was sent.',
  },
  'mail-stopped-too-large': {
    sv: 'Mejlet är större än 25 MB och läses inte.',
    en: 'The mail is larger than 25 MB and is not read.',
  },
  'mail-stopped-doubtful-headers': {
    sv: 'Avsändare eller ämne står i mejlet på ett sätt som kan läsas som två olika saker.',
    en: 'The sender or subject stands in the mail in a way that can be read as two different things.',
  },
  'mail-stopped-service-veto': {
    sv: 'E-posttjänsten godkände inte mejlet.',
    en: 'The mail service did not approve the mail.',
  },
  'mail-stopped-unreadable': {
    sv: 'Mejlet är trasigt och går inte att läsa.',
    en: 'The mail is broken and cannot be read.',
  },
  'mail-stopped-too-many-parts': {
    sv: 'Mejlet har fler delar än vad som kan läsas säkert.',
    en: 'The mail has more parts than can be read safely.',
  },
  'mail-stopped-two-senders': {
    sv: 'Mejlet har inte en enda avsändare.',
    en: 'The mail does not have one sender alone.',
  },
  'mail-stopped-not-signed': {
    sv: 'Inget visar att mejlet kommer från adressen som står som avsändare.',
    en: 'Nothing shows that the mail comes from the address that stands as its sender.',
  },
  'mail-stopped-signature-bad': {
    sv: 'Avsändarens signatur stämmer inte. Mejlet kan ha ändrats på vägen, eller vara från någon annan.',
    en: 'The sender’s signature does not hold. The mail may have been changed on the way, or be from somebody else.',
  },
  'mail-stopped-partly-signed': {
    sv: 'Bara en del av mejlet är signerad av avsändaren. Resten kan någon annan ha skrivit.',
    en: 'Only a part of the mail is signed by its sender. Somebody else may have written the rest.',
  },
  'mail-stopped-old': {
    sv: 'Mejlet är gammalt. Någon annan kan ha skickat det en gång till.',
    en: 'The mail is old. Somebody else may have sent it once more.',
  },
  'mail-stopped-unknown-sender': {
    sv: 'Ingen utförare har registrerat adressen.',
    en: 'No provider has registered the address.',
  },
  'mail-stopped-shared-domain-without-token': {
    sv: 'Vem som helst kan skaffa en adress hos den e-posttjänsten, och mejlet är inget svar på ett mejl härifrån.',
    en: 'Anybody can have an address at that mail service, and the mail is no reply to a mail from here.',
  },
  'mail-stopped-token-of-another': {
    sv: 'Mejlet svarar på ett mejl som gick till en annan utförare.',
    en: 'The mail replies to a mail that went to another provider.',
  },
  'mail-stopped-dns-silent': {
    sv: 'Det gick inte att kontrollera avsändaren på ett dygn.',
    en: 'The sender could not be checked within a day and a night.',
  },
  'not-understood': {
    sv: 'Det går inte att säkert förstå vad mejlet vill.',
    en: 'What the mail wants cannot be understood with certainty.',
  },
  'nothing-said': {
    sv: 'Mejlet säger inget som kan göras.',
    en: 'The mail says nothing that can be done.',
  },
  'two-answers': {
    sv: 'Mejlet säger flera saker som inte går ihop.',
    en: 'The mail says several things that do not go together.',
  },
  'unclear-row': {
    sv: 'En rad i svarsformuläret är ifylld så att den kan läsas på mer än ett sätt.',
    en: 'A row of the reply form is filled in so that it can be read in more than one way.',
  },
  'words-in-quote': {
    sv: 'Något är skrivet bland de citerade raderna. Det kan ändra det som mejlet säger: läs det.',
    en: 'Something is written among the quoted lines. It may change what the mail says: read it.',
  },
  'unseen-words': {
    sv: 'I mejlet finns ord som är överstrukna eller inte syns. De visas inte här: fråga utföraren vad som gäller.',
    en: 'The mail has words that are struck through or cannot be seen. They are not shown here: ask the provider what holds.',
  },
  'parts-unread': {
    sv: 'Mejlet har delar som inte gick att läsa. Öppna dem, eller fråga utföraren vad som gäller.',
    en: 'The mail has parts that could not be read. Open them, or ask the provider what holds.',
  },
  'picture-beside': {
    sv: 'Det som mejlet säger är utfört. Med mejlet kom en bild: titta på den.',
    en: 'What the mail says has been carried out. A picture came with the mail: look at it.',
  },
  'day-missing': {
    sv: 'Mejlet säger att hjälpen börjar, men inte vilket datum.',
    en: 'The mail says that help begins, but not on which date.',
  },
  'why-missing': {
    sv: 'Mejlet säger att något inte utförs, men inte varför.',
    en: 'The mail says that something is not carried out, but not why.',
  },
  question: { sv: 'Mejlet ställer en fråga.', en: 'The mail asks a question.' },
  'question-answered': {
    sv: 'Mejlet svarar på en fråga om månadens redovisning. Läs det, och bedöm raden i månaden.',
    en: 'The mail answers a question about the month. Read it, and decide the line in the month.',
  },
  'asked-beside-files': {
    sv: 'Filerna är omhändertagna. Mejlet säger något mer: läs det och svara.',
    en: 'The files have been taken. The mail says something more: read it and answer.',
  },
  'file-workbook': {
    sv: 'Med mejlet kom en arbetsbok från ett kalkylprogram. Öppna den, eller be om CSV.',
    en: 'A workbook from a spreadsheet program came with the mail. Open it, or ask for CSV.',
  },
  'file-pdf': {
    sv: 'Med mejlet kom en PDF. Öppna den, eller be om CSV.',
    en: 'A PDF came with the mail. Open it, or ask for CSV.',
  },
  'file-picture': {
    sv: 'Med mejlet kom en bild. Öppna den, eller be om CSV.',
    en: 'A picture came with the mail. Open it, or ask for CSV.',
  },
  'file-packed': {
    sv: 'Med mejlet kom en packad fil (zip). Be om filerna som de är.',
    en: 'A packed file (zip) came with the mail. Ask for the files as they are.',
  },
  'file-empty': {
    sv: 'Med mejlet kom en fil som är tom. Be om en ny.',
    en: 'A file that is empty came with the mail. Ask for a new one.',
  },
  'months-split': {
    sv: 'Raderna i filerna gäller flera månader. Inget är omhändertaget: fråga utföraren vilken månad det är.',
    en: 'The rows of the files are of several months. Nothing has been taken: ask the provider which month it is.',
  },
  'month-differs': {
    sv: 'Raderna i filerna gäller en annan månad än mejlet. Inget är omhändertaget: fråga utföraren vilken månad det är.',
    en: 'The rows of the files are of another month than the mail. Nothing has been taken: ask the provider which it is.',
  },
  'no-case-in-month': {
    sv: 'Utföraren hade inga uppdrag den månaden. Filerna är inte omhändertagna.',
    en: 'The provider had no cases that month. The files have not been taken.',
  },
  'no-purchase-of-provider': {
    sv: 'Mejlet svarar på ett mejl om underlag för köpta timmar, men ingen enhet har köpt timmar av utföraren den månaden.',
    en: 'The mail answers one about the basis of bought hours, but nobody has bought hours of the provider that month.',
  },
  'file-other': {
    sv: 'Med mejlet kom en fil som inte är någon av månadens två filer.',
    en: 'A file came with the mail that is none of the month’s two.',
  },
  'two-of-report': {
    sv: 'Två olika tidsrapporter kom i samma mejl.',
    en: 'Two time reports that differ came in the same mail.',
  },
  'two-of-deviations': {
    sv: 'Två olika avvikelseblanketter kom i samma mejl.',
    en: 'Two deviation forms that differ came in the same mail.',
  },
  'two-readings': {
    sv: 'Mejlet kan läsas på två sätt, och de två säger inte samma sak. Läs båda och fråga utföraren vad som gäller.',
    en: 'The mail can be read in two ways, and the two do not say the same. Read both, and ask the provider what holds.',
  },
  'mail-other-reading': {
    sv: '—— Läst på det andra sättet står det: ——',
    en: '—— Read in the other way it says: ——',
  },
  'about-nothing': {
    sv: 'Det framgår inte vilken beställning mejlet gäller.',
    en: 'The mail does not say which order it is about.',
  },
  'mail-of-two-letters': {
    sv: 'Mejlet kom till svarsadresserna för flera av våra mejl. Det framgår inte vilket av dem det svarar på.',
    en: 'The mail came to the reply addresses of several of our mails. Which of them it answers is not clear.',
  },
  'mail-not-to-us': {
    sv: 'Mejlet kommer från utföraren, men inget visar att det är skrivet hit och om just den här beställningen.',
    en: 'The mail is from the provider, but nothing shows that it was written to us and about this very order.',
  },
  'mail-of-other-case': {
    sv: 'Mejlet släpptes fram, men gäller ett annat ärende än det som den som släppte fram det ansvarar för.',
    en: 'The mail was let through, but is about another case than the one whoever let it through answers for.',
  },
  'mail-seems-automatic': {
    sv: 'Mejlet ser ut som ett automatiskt svar. Läs det och avgör om någon har skrivit det själv.',
    en: 'The mail looks like an automatic reply. Read it and judge whether somebody wrote it.',
  },
  'letter-reported-back': {
    sv: 'En e-postserver säger att ett av våra mejl inte kom fram. Vem som helst kan skriva så: inget har ändrats. Kontrollera adressen.',
    en: 'A mail server says that one of our mails did not arrive. Anybody can write so: nothing has been changed. Check the address.',
  },
  'already-said': {
    sv: 'Avsändaren har redan svarat så på samma mejl.',
    en: 'The sender has given that reply to the same mail before.',
  },
  'files-beside': {
    sv: 'Med mejlet kom en fil som kan säga mer än mejlet. Läs den.',
    en: 'A file came with the mail and may say more than it. Read it.',
  },
  'start-far': {
    sv: 'Dagen ligger mer än 60 dagar fram.',
    en: 'The day is more than 60 days ahead.',
  },
  'letter-waiting': { sv: 'Väntar på att skickas', en: 'Waits to be sent' },
  'letter-sending': { sv: 'Skickas nu', en: 'Is being sent' },
  'letter-sent': { sv: 'Skickat', en: 'Sent' },
  'letter-delivered': { sv: 'Framme hos mottagaren', en: 'Arrived' },
  'letter-bounced': { sv: 'Kom tillbaka', en: 'Came back' },
  'letter-complained': { sv: 'Mottagaren har anmält det som skräppost', en: 'Its reader has called it unwanted' },
  'letter-asked': { sv: 'Ingen vet om det kom fram', en: 'Nobody knows whether it arrived' },
  'letter-blocked': { sv: 'Stoppades innan det skickades', en: 'Was stopped before it was sent' },
  'letter-dropped': {
    sv: 'Skickades inte: mottagaren har fått veta på annat sätt',
    en: 'Not sent: its reader was told in another way',
  },
  'letter-withheld': { sv: 'Skickades inte: det står inne i systemet', en: 'Not sent: it is said inside the system' },
  'mail-arriving': { sv: 'Genomsöks', en: 'Is being scanned' },
  'mail-waiting': { sv: 'Läses strax', en: 'Will be read soon' },
  'mail-quarantined': { sv: 'Stoppat: väntar på beslut', en: 'Stopped: waits for a decision' },
  'mail-noted': { sv: 'Automatiskt svar: inget gjordes', en: 'An automatic reply: nothing was done' },
  'mail-repeated': { sv: 'Samma mejl en gång till: inget gjordes', en: 'The same mail once more: nothing was done' },
  'mail-acted': { sv: 'Förstått och utfört', en: 'Understood and carried out' },
  'mail-asked': { sv: 'Väntar på att läsas av en person', en: 'Waits to be read by a person' },
  'mail-refused': { sv: 'Avvisat', en: 'Refused' },
  'mail-handled': { sv: 'Omhändertaget', en: 'Seen to' },
  'message-said': { sv: 'Meddelande i systemet', en: 'Message inside the system' },
  'mail-act-confirm': { sv: 'Bekräftar beställningen', en: 'Confirms the order' },
  'mail-act-confirm-start': {
    sv: 'Bekräftar beställningen och kan börja {on}',
    en: 'Confirms the order and can begin {on}',
  },
  'mail-act-start': { sv: 'Meddelar att första besöket var {on}', en: 'Tells that the first visit was {on}' },
  'mail-act-reject': { sv: 'Säger nej till beställningen', en: 'Says no to the order' },
  'mail-act-not-executed': {
    sv: 'Meddelar att det här inte utförs: {codes}',
    en: 'Tells that this is not carried out: {codes}',
  },
  'mail-not-found': { sv: 'Det finns inget sådant mejl.', en: 'There is no such mail.' },
  'mail-file-not-found': { sv: 'Det finns ingen sådan bilaga.', en: 'There is no such attachment.' },
  'mail-not-waiting': {
    sv: 'Mejlet är redan avgjort, eller väntar inte på ett sådant beslut.',
    en: 'The mail has been decided already, or does not wait for such a decision.',
  },
  'mail-not-clean': {
    sv: 'Mejlet kan bära skadlig kod och släpps aldrig fram. Be avsändaren skicka ett nytt.',
    en: 'The mail may carry harmful code and is never let through. Ask the sender for a new one.',
  },
  'mail-not-readable': {
    sv: 'Mejlet går inte att läsa och kan inte släppas fram. Be avsändaren skicka ett nytt.',
    en: 'The mail cannot be read and cannot be let through. Ask the sender for a new one.',
  },
  'mail-provider-needed': {
    sv: 'Ange vilken utförare mejlet är från.',
    en: 'Say which provider the mail is from.',
  },
  'mail-of-other-provider': {
    sv: 'Beställningen har en annan utförare.',
    en: 'The order has another provider.',
  },
  'address-not-found': { sv: 'Det finns ingen sådan adress.', en: 'There is no such address.' },
  'address-known': { sv: 'Adressen är redan registrerad.', en: 'The address is registered already.' },
  'address-of-another': {
    sv: 'Adressen eller domänen hör till en annan utförare.',
    en: 'The address or its domain belongs to another provider.',
  },
  'domain-is-shared': {
    sv: 'Vem som helst kan ha en adress på den domänen. Registrera adresserna en och en.',
    en: 'Anybody may have an address at that domain. Register the addresses one by one.',
  },
  'domain-of-municipality': {
    sv: 'Domänen är kommunens egen. En privat utförare kan inte ha en adress där, och kommunens egna enheter registrerar sina adresser en och en.',
    en: 'The domain is the municipality’s own. A private provider can have no address there, and its own units register theirs one by one.',
  },
  'address-of-ours': {
    sv: 'Adressen är systemets egen: den svarar inte för någon utförare.',
    en: 'The address is the system’s own: it stands for no provider.',
  },
  'address-asked-lately': {
    sv: 'Ett mejl med länken är nyss skickat dit. Vänta tio minuter innan du skickar ett nytt.',
    en: 'A mail with the link has just been sent there. Wait ten minutes before you send another.',
  },
  'too-many-addresses': {
    sv: 'Fler adresser kan inte registreras. Ta bort en som inte används.',
    en: 'No more addresses can be registered. Take away one that is not used.',
  },
  'proof-not-found': {
    sv: 'Länken gäller inte. Den kan vara för gammal: be om ett nytt mejl.',
    en: 'The link does not hold. It may be too old: ask for a new mail.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

type Code = keyof typeof sentences;

export const mailSentencesIn = (language: 'sv' | 'en') =>
  Object.fromEntries(Object.entries(sentences).map(([code, words]) => [code, words[language]])) as Readonly<
    Record<Code, string>
  >;
