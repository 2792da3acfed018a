import { isNameOfSomebody } from './person-names.ts';

/** One word as names are written: a capital and small letters, or two such with a hyphen between. */
const capitalised = /^\p{Lu}[\p{Ll}’']{1,11}(?:-\p{Lu}[\p{Ll}’']{1,11})?$/u;
const particle = /^(?:af|av|von|de|van|da|el|al)$/;
const initial = /^\p{Lu}\.?$/u;

/** Words that say something, also where somebody begins each of them with a capital. */
const saying = new Set(
  `ja nej ok okej jo inte icke ej ejj aldrig alltid bara endast enbart utom utan med mot men dock om och eller samt så
  max min minst mest högst först sist sen senare sedan innan efter före under över från till på i av för vid hos per
  jag vi ni du de den det dem oss er han hon man vår vårt våra ert era min mitt mina din ditt dina allt alla ingen inga inget
  något någon några varje vissa andra annan annat annars resten övrigt övriga delvis helt halvt nästan kanske ungefär cirka ca
  nu då sedan strax snart snarast idag imorgon igår bråttom ps obs nb pga fom tom ska skall kan vill må bör får måste
  start börjat slut stopp paus vänta vänt svar fråga frågor fel rätt klart klar ny nya nytt gammal sjuk sjuka full fullt
  hund hundar katt katter djur rök rökfritt lift liftar hiss trappa trappor dörr larm kod koder portkod nyckel nycklar nyckelgömma
  bil buss resa resor väg körtid restid avstånd personal chef vikarie bemanning dubbelt dubbla två tre fyra fem sex sju åtta nio
  tio en ett man kvinna kvinnor män manlig kvinnlig språk tolk delegation delegering delegerad hsl sol lss medicin insulin sond
  dusch städ tvätt inköp mat matlåda promenad besök insats insatser hjälp stöd vård omsorg hemtjänst service tillsyn trygghet
  kund kunden brukare vårdtagare anhörig granne god make maka plats platser kapacitet utrymme tak rum tid tider tim timme timmar
  minut minuter dag dagar dagtid kväll kvällar natt nätter helg helger vecka veckor månad månader år jul påsk midsommar
  pingst nyår semester ledighet jour förmiddag eftermiddag morgon lunch middag tack hej hejdå hälsning hälsningar mvh vh
  villkor krav förbehåll avtal pris kostnad ersättning skäl orsak anledning risk hot våld smitta corona covid karantän
  ingenting tyvärr omöjligt möjligt oklart ovisst osäkert preliminärt tillfälligt tillsvidare avvakta avbryt avbokat avbokad
  väntan vilande pausad nekad nekas tveksamt beroende beslut behov brist stängt öppet annullera makulera hälften mindre mera
  mån tis ons tors fre lör sön jan feb mar apr maj jun jul aug sep sept okt nov dec januari februari mars april juni juli
  augusti september oktober november december no not only except but yes from until unless never always`.split(/\s+/),
);
/** How words end that are said: verbs, days, and what is made of them. */
const ends =
  /(?:ar|er|ör|ade|ades|nde|ning|ningar|ningen|het|heter|erna|arna|orna|tion|tioner|lig|liga|ligt|bart|bara|krav|skäl|brist|stopp|fritt|fri|löst|lös|tid|tider|dag|dags|dagen|kväll|natt|helg|vecka|nyckel|besök|insats|hjälp|vård|hinder|bil|hund|katt|as|ds|ks|ls|ms|ns|ps|rs|ts|vs|et|at|it|igt|dd|gd|rd|tt|upp|ut|(?:ing|het|tid|dag|und|att|äll|bil|chef|plan|sats|ion|eln|ckl|dörr)en)$/;

/** How some begin: of days, of who there is and what is needed. */
const begins = /^(?:mån|tis|ons|tors|fre|lör|sön)dag|^(?:dubbel|natt|kväll|helg|sjuk|personal|nyckel|kund|tids?|språk)/;

const isSaid = (small: string): boolean =>
  small.split('-').every((one) => saying.has(one) || ends.test(one) || begins.test(one));

/**
 * Whether some words look as a name does and nothing in them says anything: no list has every name. It is asked only where
 * a name stands: beneath a greeting, after one, or alone at the end.
 */
export function isShapedAsName(text: string, most = 4, known: ReadonlySet<string> = new Set()): boolean {
  const words = text.trim().split(/ +/);
  if (words.filter((word) => !particle.test(word)).length > most) return false;
  if (isNameOfSomebody(text, known)) return true;
  return words.every((word, n) => {
    if (n > 0 && (initial.test(word) || (particle.test(word) && n < words.length - 1))) return true;
    if (!capitalised.test(word)) return false;
    return isPartOfName(word, known) || !isSaid(word.toLocaleLowerCase('sv'));
  });
}

/** A part that is known to be of a name, first or last. */
const isPartOfName = (word: string, known: ReadonlySet<string>): boolean =>
  isNameOfSomebody(word, known) || isNameOfSomebody(`Anna ${word}`, known);
