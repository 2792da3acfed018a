/** Common given names, in small letters: a line that begins with one, alone or with a surname, is somebody's name. */
const given = new Set(
  `adam agneta ahmed aida ali alice alva amanda amina amir anders andreas anette angelica anita ann anna annelie annika
  anneli ann-marie ann-sofie annmarie arne arvid astrid axel barbro beata bengt berit birgitta bodil boris britt
  britta camilla carin carina carl carola caroline catarina cecilia charlotta charlotte christel christer christian
  christina claes clara dan daniel david denise desirée dina doris ebba edvin einar elena elin elina elisabet elisabeth
  ella ellen elsa emelie emil emilia emma eric erica erik erika erland eva evelina fatima felicia filip filippa fredrik
  fredrika frida gabriel gabriella gerd gertrud greta gudrun gun gunilla gunnar gustav göran hampus hanna hannah hans
  harald hasan hassan hedvig helen helena helene helén helge henrik hugo håkan ida inga ingela inger ingrid irene iris
  isabella isabelle ivar jakob jan jan-erik janne jasmin jeanette jennie jennifer jenny jens jessica joakim johan johanna
  john jonas jonathan jonny jörgen josef josefin josefine julia kaj karin karina karl karolina katarina katja kenneth
  kent kerstin khadija kicki kim kjell klara kristin kristina kristoffer lars lars-erik lasse leif lena leila lennart lina
  linda linn linnea linnéa lisa lisbeth lise-lott lotta louise lovisa lucas ludvig lukas madeleine magdalena magnus
  maj-britt malin marcus margareta margaretha mari maria marianne marie marika marina marita markus marta martin martina
  mats mattias maud mehmet mia michael mikael mimmi mohamed mohammad mohammed mona monica monika my märta nadia
  nathalie nicklas niklas nils nina nora olga olle olof oscar oskar ove patricia patrik paul per peter petra pia pär
  ragnar rebecca rebecka rickard richard robert robin roger roland rolf ronja rose-marie rut ruth sahar samira samuel
  sandra sara sarah sebastian signe simon siri siv sofia sofie solveig sonja stefan stig stina sture sune susan susanna
  susanne sven svante sverker sylvia terese therese thomas tim tina tobias tomas tommy tora tord tove ulf ulla ulrica
  ulrika ulrik urban ursula valter vera veronica veronika viktor viktoria vilhelm viola viveka vivianne yasmin ylva yvonne
  zahra zainab zeinab åke åsa örjan aisha alexander anton aron aylin benjamin birger björn börje ebbe edith elias elvira
  esther ewa folke gustaf hjalmar ines isak jesper jimmy jussi kalle kaarina kajsa kasper katrin leo liam lilian linus
  loke maja majken matilda maryam melvin minna murat märit nils-erik noah ola omar osman pekka pernilla peder päivi ritva
  rune saga sanna selma simone sixten smilla sonny stella sune svea sören teodor theo tuva ulrik vidar viggo vilma walter
  wilma yngve yusuf ärla östen`.split(/\s+/),
);

export const isGivenName = (small: string): boolean => given.has(small);

/** How a surname is made, and common ones that are made in no way of their own. */
const made =
  /^(?:\p{L}{2,}(?:son|sson|sen|zon|berg|bergh|ström|qvist|kvist|gren|lund|lind|dahl|dal|stedt|stad|sted|man|mark|holm|ling|bäck|borg|feldt|felt|hag|skog|blad|löf|löv|rot|roth|fors|sjö|ell|én|ander|elius|enius|ić|ic|ov|ova|ski|ska|oğlu|zadeh))$/u;
const surnames = new Set(
  `ek berg lund holm alm lind dahl falk ask björk frisk hjort krantz lang nord palm rask rehn sand sjö strand svärd
  varg wall wik winter åberg öberg ali ahmed hassan mohamed mohammed abdi abdullah hussein ibrahim khan kaya nguyen`.split(
    /\s+/,
  ),
);

const part = /^\p{Lu}[\p{L}’'-]*$/u;
const initial = /^\p{Lu}\.?$/u;

/**
 * Whether some words are a person's name and nothing else. It is told by what is known to be one, never by capitals alone:
 * "Saknar Nyckel" has them too. `known`: words by which the sender is known.
 */
export function isNameOfSomebody(text: string, known: ReadonlySet<string> = new Set()): boolean {
  const words = text.trim().split(/ +/);
  if (words.length > 4) return false;
  const isOf = (word: string) => known.has(word) || word.split('-').every((one) => given.has(one));
  return words.every((word, n) => {
    const small = word.toLocaleLowerCase('sv');
    if (n === 0) return part.test(word) && (given.has(small) || isOf(small));
    if (/^(?:af|av|von|de|van|da|el|al)$/.test(word) || initial.test(word))
      return n < words.length - 1 || initial.test(word);
    const halves = small.split('-');
    return (
      part.test(word) && (isOf(small) || halves.every((one) => made.test(one) || surnames.has(one) || given.has(one)))
    );
  });
}
