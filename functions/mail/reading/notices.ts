/**
 * What an organisation puts beneath every mail, sentence by sentence. A sentence is one of them when it begins as they do and
 * has no word that they do not have: "Detta meddelande gäller dock endast om ni ordnar nycklar" is somebody's own.
 */
const begins =
  /^(?:detta|det här|denna|innehållet i|informationen i|om du|har du|this|the information|if you)(?![\p{L}])/iu;
const mostlyOf =
  /(?<![\p{L}])(?:meddelande\p{L}*|e-post\p{L}*|epost\p{L}*|mejl\p{L}*|mail\p{L}*|mottagare\p{L}*|adressat\p{L}*|konfidentiell\p{L}*|e-mail|message|recipient|information)(?![\p{L}])/iu;
const words = new Set(
  `detta det här denna den de innehållet informationen i om du har är kan inte ej fått får av misstag felaktigt fel rätt
  mottagare mottagaren mottagarens avsedd avsedda avsett enbart endast bara för till att och eller som samt med
  meddelande meddelandet e-post e-postmeddelande e-postmeddelandet epost mejl mejlet mail mailet bilaga bilagor
  eventuella dess innehålla innehåller information uppgifter konfidentiell konfidentiella konfidentiellt sekretessbelagd
  sekretessbelagda sekretess skyddad ska skall ber vi dig vänligen var vänlig genast omedelbart meddela kontakta
  informera avsändaren radera raderas förstör förstöra förstöras ta tas bort kopiera sprida vidarebefordra använda
  this the message e-mail email mail and any attachments attachment may is are be contain contains confidential privileged
  information intended only solely for use of addressee recipient if you have received not it in error please notify
  sender delete immediately by to or an named above`.split(/\s+/),
);

/** Others are known whole. */
const whole = [
  /^tänk på miljön(?:,? innan (?:du|ni) skriver ut(?: (?:det här|detta))?(?: (?:mejlet|mejl|mailet|meddelandet|meddelande|e-postmeddelande))?)?$/i,
  /^(?:var )?rädd om miljön(?:[,–-]* skriv inte ut(?: (?:det här|detta))?(?: (?:mejlet|mejl|meddelandet|i onödan))?)?$/i,
  /^(?:behöver du skriva ut|måste du skriva ut) (?:det här|detta) (?:mejlet|mejl|meddelandet|meddelande)$/i,
  /^please consider the environment before printing(?: this (?:e-?mail|message))?$/i,
  /^(?:när|om) du (?:skickar|mejlar|mailar|e-?postar)(?: (?:e-?post|mejl|mail|oss))?(?: till oss)?,? (?:behandlar vi|innebär det att vi behandlar) (?:dina )?personuppgifter$/i,
  /^(?:vi behandlar (?:dina |era )?personuppgifter(?: enligt (?:gdpr|dataskyddsförordningen))?|så (?:här )?behandlar vi (?:dina |era )?personuppgifter)$/i,
  /^läs mer(?: om (?:hur vi behandlar )?(?:dina )?personuppgifter| om gdpr)?(?: på| här)?:?(?: <?(?:https?:\/\/|www\.)\S+)?$/i,
];

const isNotice = (sentence: string): boolean => {
  if (whole.some((one) => one.test(sentence))) return true;
  const own = sentence.toLocaleLowerCase('sv').match(/[\p{L}\p{N}-]+/gu) ?? [];
  return begins.test(sentence) && mostlyOf.test(sentence) && own.every((word) => words.has(word));
};

/** Whether a paragraph is nothing but such sentences, however its lines were broken. */
export function isNoticeParagraph(lines: readonly string[]): boolean {
  const sentences = lines
    .join(' ')
    .split(/[.!](?: |$)|[.!?](?=$)/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return sentences.length > 0 && sentences.length <= 20 && sentences.every(isNotice);
}
