import { plusDays, weekday } from '../../../shared/domain/local-date.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { MailAct } from '../mail.ts';
import { isShapedAsName } from './name-shape.ts';
import { type OrderPeriod, writtenDayAt } from './written-day.ts';

/** Why something that was said is asked about. */
export const notUnderstood = [
  ...(['nothing-said', 'question', 'two-answers', 'day-missing', 'why-missing', 'not-understood'] as const),
] as const;
export type NotUnderstood = (typeof notUnderstood)[number];

type Understood =
  | { readonly ok: true; readonly acts: readonly MailAct[] }
  | { readonly ok: false; readonly why: NotUnderstood };

/** What the reader knows of the order that is answered: its case, the codes of its services and the days that it is about. */
export type Known = {
  readonly caseNo?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly period?: OrderPeriod | undefined;
};

const word = (some: string) => new RegExp(`(?:${some})(?![\\p{L}\\p{N}])`, 'iuy');

/** Said to be kind, or to point at the rest: it changes nothing. */
const polite = [
  'hej(?:san| hej)?(?: på er| igen| alla| där)?|god ?(?:morgon|dag|kväll|eftermiddag|förmiddag)|tjena|hallå|hello|hi|dear',
  '(?:tusen |stort )?tack(?:ar)?(?: så mycket| så hemskt mycket| på förhand| själva)?(?: för (?:ert |ditt |er |din |det |den )?(?:mejl|mejlet|mail|mailet|meddelande|meddelandet|besked|beskedet|info|information|informationen|beställning|beställningen|uppdrag|uppdraget|förtroende|förtroendet))?',
  'thanks|thank you',
  'ha (?:det (?:så )?(?:bra|fint|gott)|en (?:bra|fin|trevlig|skön|god) (?:dag|kväll|helg|vecka|eftermiddag))',
  '(?:trevlig|skön|glad|god) (?:dag|kväll|helg|sommar|jul|påsk|midsommar|vecka)',
  '(?:med )?(?:vänlig|vänliga|bästa|varma) hälsning(?:ar)?|mvh|hälsningar|vänligen|(?:best |kind )?regards',
  '(?:se )?(?:mitt |vårt )?svar (?:nedan|ovan)|se nedan|(?:här |nedan )?(?:kommer|följer) (?:vårt |ett )?svar|svar',
].map(word);

/** A name after a greeting: `Hej Maria,`. */
const greeted = /[ ,]+\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}(?= ?(?:[!,.:]|\n|$))/uy;

/** What is hidden, and what leads up to it. */
const hidden =
  /(?:(?:för|hos|gäller|avser|angående|ang|kund(?:en)?|brukar(?:e|en)|vårdtagar(?:e|en)|född|personnummer|pnr|p-?nr|namn|heter|och)[.:]? *)*•+(?:[ ,.–—-]*(?:(?:och|född|personnummer|pnr)[.:]? *)?•+)*/iuy;
const about =
  /(?:(?:ang(?:ående)?\.?|gäller|avser|för|till|på|i|om|re|vårt|vår|ert|er|detta|denna|det|den|här|beställning(?:en)?|uppdrag(?:et)?|ärende(?:t)?|ärendenummer|ärendenr\.?|nr\.?|nummer|order(?:n)?)[ :,#]+)*(?:uppdrag(?:et)?|beställning(?:en)?|ärende(?:t)?|order(?:n)?|kund(?:en)?)(?![\p{L}\p{N}])/iuy;

const yes = [
  'ja(?:a|då|japp|men visst)?|japp|jajamän|javisst|jo',
  'ok|okej|okay|okey',
  '(?:det |allt )?(?:går|är) (?:bra|ok|okej)',
  '(?:beställning(?:en)?|uppdrag(?:et)?|ordern) (?:är |har )?(?:mottage[nt]|mottagits|bekräfta(?:d|t|s|ts))(?: och (?:mottage[nt]|bekräfta[dt]))?',
  'mottage[nt]|mottagit|accepteras|accepterat',
  '(?:yes,? )?(?:we|i) (?:hereby )?(?:confirm|accept)(?: (?:the|this) (?:order|assignment))?|yes|confirmed|accepted',
  '(?:vi |jag )?(?:tar|accepterar|åtar oss|tar emot) (?:oss )?(?:detta |det här |emot )?(?:uppdrag(?:et)?|beställning(?:en)?|ordern|kund(?:en)?|brukaren|ärendet|det)',
  '(?:härmed |här(?:med)? |med detta )?(?:vi |jag )?(?:kan )?(?:härmed |här(?:med)? |med detta )?bekräfta(?:r|s|d|t|de|des)?(?:(?: (?:vi|jag|härmed|här|att|er|ert|eran|den|det|denna|detta|ovan|ovanstående|mottagandet|mottagande|mottagning|av|på|för|beställning|beställningen|uppdrag|uppdraget|ärende|ärendet|order|ordern|mejl|mejlet|har|är|tagits|tagit|emot|mottagit|mottaget|mottagits|mottagen))*)',
].map(word);

const no = word('nej(?: tack)?');
/** Want of room, in the ways in which it is said; with a word more it is another no (A58). */
const room =
  /^(?:(?:vi|är|har|tyvärr|just nu|för (?:närvarande|tillfället)|nu|det|i dag|idag|och|på grund av|pga|eftersom|då|hos oss|tack|hej|men)(?![\p{L}])|full(?:t|a|belagt|belagda|bokat|bokade|tecknat)?(?![\p{L}])|(?:inte|ingen|inga|ej)(?: någon)? (?:ledig |lediga )?(?:plats(?:er)?|kapacitet|utrymme)|saknar (?:plats|kapacitet)|(?:plats|kapacitet) saknas|(?:plats|kapacitets)brist|brist på (?:plats|kapacitet)|(?:kapacitets)?taket(?: är)? (?:nått|uppnått)|[\s\p{P}])+$/iu;
const saysRoom = /full|plats|kapacitet|utrymme|taket/i;

const weekdays = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'];
const start =
  /(?:(?:vi|har|insats(?:en|erna)?|hjälp(?:en)?|uppdrag(?:et)?|kommer att|ska|planerat?|datum för|dag för|dagen för)[ :]+)*(?:start(?:ar|at|ade|ades|as|datum|dag|dagen)?|börja(?:r|t|de)|påbörja(?:r|s|d|t|de|des|ts)|första (?:besök(?:et)?|insats(?:en)?|dag(?:en)?|gång(?:en)?)(?: hos kund(?:en)?)?)(?![\p{L}\p{N}])/iuy;
const able =
  /(?:vi |och )*kan (?:vi )?(?:starta|börja|påbörja)(?: (?:insats(?:en|erna)?|uppdraget|hjälpen))?(?![\p{L}\p{N}])/iuy;
const ofDay =
  /(?:[\s:=,–—-]+|(?:den|är|var|blir|blev|gjordes|görs|gjort|genomfört|genomfördes|genomförd|gjord|utfört|utfördes|utförd|skedde|på|datum|dag|från|och|med|fr\.? ?o\.? ?m\.?|insatser(?:na)?|uppdraget|(?<weekday>mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?)(?![\p{L}\p{N}]))/iuy;

const notExecuted =
  /(?:(?:ej|inte|icke) (?:utför(?:t|s|da|as|d)|verkställ(?:t|s|da|d))|(?:utförs|verkställs) (?:ej|inte))(?![\p{L}\p{N}])[\s:,–—-]*/iuy;
const allExecuted = word('(?:allt|alla insatser|samtliga insatser)(?: annat)? (?:utförs|verkställs|utförd[ae]?s?)');
/** What may stand before a code. */
const lead = /^\s*(?:kod(?:en)? *:? +)?/i;
/** A reason goes on until something else is said, or an empty line. */
const reasonEnds =
  /\n\s*\n|\n(?=\s*(?:ja|nej|start(?:ar|at|ade)?|ej utfört|inte utfört|bekräft\p{L}*|första besök\p{L}*)(?![\p{L}]))|$/iu;
const between = /[\s.,;:!"“”'’()*_+&/–—-]+|(?:och|samt|and)(?![\p{L}\p{N}])/iuy;

/** A longer text says more than a few words. */
const mostText = 4000;
const [leastReason, mostReason] = [3, 500];

type Found = { readonly end: number; readonly act?: MailAct; readonly isNo?: boolean; readonly able?: LocalDate };
type Reading = { readonly text: string; readonly today: LocalDate; readonly known: Known };
const wrong = (why: NotUnderstood) => ({ why });
type Wrong = { readonly why: NotUnderstood };

const endOf = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && match[0].length > 0 ? at + match[0].length : undefined;
};
const endOfAny = (patterns: readonly RegExp[], text: string, at: number): number | undefined => {
  for (const pattern of patterns) {
    const end = endOf(pattern, text, at);
    if (end !== undefined) return end;
  }
  return undefined;
};

/** `idag` and `igår` beside the day itself; alone they are the day of whoever wrote, which may be another. */
const relative = /(?:(?<now>i ?dag)|(?<past>i ?går))(?![\p{L}\p{N}])/iuy;
/** The hour of a visit: known to be one, and not asked for. */
const hour =
  /,? ?(?:(?:klockan|kl\.?) ?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?|(?:[01]?\d|2[0-3]):[0-5]\d)(?![\p{L}\p{N}]|[:.,–-]\d)/iuy;

/** The day of which something is said, at a place: with a weekday, the right one. */
function dayFrom(
  { text, today, known }: Reading,
  from: number,
): { readonly day: LocalDate; readonly end: number } | undefined {
  let [at, named] = [from, ''];
  let said: LocalDate | undefined;
  const afterHour = (end: number) => endOf(hour, text, end) ?? end;
  for (let n = 0; n < 12; n++) {
    const found = writtenDayAt(text, at, today, known.period);
    if (found) {
      const isSo = named === '' || weekdays[weekday(found.day) - 1] === named;
      const isSaid = said === undefined || said === found.day;
      return isSo && isSaid ? { day: found.day, end: afterHour(found.end) } : undefined;
    }
    relative.lastIndex = at;
    const near = said === undefined ? relative.exec(text) : null;
    if (near) {
      at += near[0].length;
      said = near.groups?.now ? today : plusDays(today, -1);
      continue;
    }
    ofDay.lastIndex = at;
    const match = ofDay.exec(text);
    if (!match || match[0].length === 0) return undefined;
    named = match.groups?.weekday?.toLowerCase() ?? named;
    at += match[0].length;
  }
  return undefined;
}

/** The code of an ordered service that stands at a place, and where what follows it begins; any word where none is known. */
function codeAt({ text, known }: Reading, at: number): { readonly code: string; readonly end: number } | undefined {
  const from = at + (lead.exec(text.slice(at))?.[0].length ?? 0);
  const rest = text.slice(from);
  const said = /^[\p{L}\p{N}]{1,12}/u.exec(rest)?.[0] ?? '';
  const name = known.codes
    ? known.codes.find((one) => rest.slice(0, one.length).toLowerCase() === one.toLowerCase())
    : said.toUpperCase();
  if (!name || /^[\p{L}\p{N}]/u.test(rest.slice(name.length))) return undefined;
  const signs = /^[\s:,.–—-]*/.exec(rest.slice(name.length))?.[0].length ?? 0;
  return { code: name, end: from + name.length + signs };
}

/** Where a line begins with the code of another service; the end where none does. */
function nextCode(reading: Reading, from: number): number {
  if (reading.known.codes === undefined) return reading.text.length;
  for (let at = reading.text.indexOf('\n', from); at >= 0; at = reading.text.indexOf('\n', at + 1))
    if (codeAt(reading, at + 1)) return at;
  return reading.text.length;
}

/** What goes on to where the sender begins with something else. */
function reasonFrom(reading: Reading, at: number): { readonly reason: string; readonly end: number } {
  const end = Math.min(at + reading.text.slice(at).search(reasonEnds), nextCode(reading, at));
  const reason = reading.text.slice(at, end).replaceAll(/\s+/g, ' ').trim();
  return { reason: reason.replace(/[ .!]+$/, ''), end };
}

/** One service that is not carried out, by its code and with the reason. */
function serviceAt(reading: Reading, at: number) {
  const found = codeAt(reading, at);
  return found && { code: found.code, ...reasonFrom(reading, found.end) };
}

function servicesFrom(reading: Reading, from: number): Found | Wrong {
  const services: { code: string; reason: string }[] = [];
  let at = from;
  while (services.length < 50) {
    const found = serviceAt(reading, at);
    if (!found) break;
    if (found.reason.length < leastReason) return wrong('why-missing');
    services.push({ code: found.code, reason: found.reason.slice(0, mostReason) });
    at = found.end;
    const next = /^\n(?!\s*\n)\s*/.exec(reading.text.slice(at));
    if (!next || reading.known.codes === undefined) break;
    if (!serviceAt(reading, at + next[0].length)) break;
    at += next[0].length;
  }
  return services.length === 0 ? wrong('not-understood') : { end: at, act: { act: 'not-executed', services } };
}

function noFrom(reading: Reading, from: number): Found {
  const { reason, end } = reasonFrom(reading, from);
  const words = reason.replace(/^[\s\p{P}]+/u, '');
  const isCapacity = saysRoom.test(words) && room.test(words);
  return { end, isNo: true, act: { act: 'reject', reason: words.slice(0, mostReason), isCapacity } };
}

/** A day, and what it is of: `START 5/10`, `5/10 START`. */
function startAt(reading: Reading, at: number): Found | Wrong | undefined {
  const { text } = reading;
  const said = endOf(start, text, at);
  if (said !== undefined) {
    const found = dayFrom(reading, said);
    return found ? { end: found.end, act: { act: 'start', on: found.day } } : wrong('day-missing');
  }
  const may = endOf(able, text, at);
  if (may !== undefined) {
    const found = dayFrom(reading, may);
    return found ? { end: found.end, able: found.day } : wrong('day-missing');
  }
  const first = writtenDayAt(text, at, reading.today, reading.known.period);
  const after = first && endOf(start, text, endOf(between, text, first.end) ?? first.end);
  return first && after !== undefined ? { end: after, act: { act: 'start', on: first.day } } : undefined;
}

/** The case's own number, and nothing that only begins with it. */
function caseAt({ text, known }: Reading, at: number): number | undefined {
  if (known.caseNo === undefined) return undefined;
  const lead = endOf(about, text, at);
  const from = lead === undefined ? at : (endOf(between, text, lead) ?? lead);
  const isThere = text.slice(from, from + known.caseNo.length).toLowerCase() === known.caseNo.toLowerCase();
  const end = from + known.caseNo.length;
  return isThere && !/^[\p{L}\p{N}-]/u.test(text.slice(end)) ? end : undefined;
}

/** A word of kindness, and the name of whom it is said to or by: of what is known to be a name alone. */
function politeAt(text: string, at: number): number | undefined {
  const end = endOfAny(polite, text, at);
  if (end === undefined) return undefined;
  greeted.lastIndex = end;
  const name = greeted.exec(text)?.[0];
  return name !== undefined && isShapedAsName(name.replace(/^[ ,]+/, ''), 3) ? end + name.length : end;
}

function foundAt(reading: Reading, at: number): Found | Wrong | undefined {
  const { text } = reading;
  const told = endOf(notExecuted, text, at);
  if (told !== undefined) return servicesFrom(reading, told);
  const all = endOf(allExecuted, text, at);
  if (all !== undefined) return { end: all, act: { act: 'not-executed', services: [] } };
  const refused = endOf(no, text, at);
  if (refused !== undefined) return noFrom(reading, refused);
  const begun = startAt(reading, at);
  if (begun) return begun;
  const agreed = endOfAny(yes, text, at);
  if (agreed !== undefined) return { end: agreed, act: { act: 'confirm' } };
  const passed = caseAt(reading, at) ?? politeAt(text, at) ?? endOf(hidden, text, at) ?? endOf(about, text, at);
  return passed === undefined ? undefined : { end: passed };
}

/** All that was said, in one: a confirmation with the day, what is not carried out. Undefined where it does not go together. */
function inOne(acts: readonly MailAct[], ables: readonly LocalDate[]): readonly MailAct[] | undefined {
  const kinds = new Set(acts.map(({ act }) => act));
  const days = new Set([...acts.flatMap((one) => (one.act === 'start' ? [one.on] : [])), ...ables]);
  if (days.size > 1 || (kinds.has('reject') && (kinds.size > 1 || ables.length > 0))) return undefined;
  const services = acts.flatMap((one) => (one.act === 'not-executed' ? one.services : []));
  const isRepeated = services.some(({ code: one }, n) => services.findIndex((other) => other.code === one) < n);
  if (isRepeated) return undefined;
  const [canStartOn] = ables;
  const started = acts.find(({ act }) => act === 'start');
  const refused = acts.filter((one) => one.act === 'reject');
  const isConfirmed = kinds.has('confirm') || canStartOn !== undefined;
  return [
    ...(isConfirmed ? [{ act: 'confirm', ...(canStartOn ? { canStartOn } : {}) } as const] : []),
    ...(started ? [started] : []),
    ...refused.slice(0, 1).map((one) => ({ ...one, isCapacity: refused.every(({ isCapacity }) => isCapacity) })),
    ...(kinds.has('not-executed') ? [{ act: 'not-executed', services } as const] : []),
  ];
}

/**
 * What a provider says in the few words that a reply may use (S-28, S-36, S-37, A58), in any order and with kindness
 * around. Where anything is left that is not understood, nothing is: a person reads it.
 */
export function understand(said: string, today: LocalDate, known: Known = {}): Understood {
  const reading = { text: said.normalize('NFC').trim(), today, known };
  const { text } = reading;
  if (text.length > mostText) return { ok: false, why: 'not-understood' };
  if (text === '') return { ok: false, why: 'nothing-said' };
  if (text.includes('?')) return { ok: false, why: 'question' };
  const [acts, ables] = [[] as MailAct[], [] as LocalDate[]];
  for (let at = 0; at < text.length; ) {
    const next = endOf(between, text, at);
    if (next !== undefined) {
      at = next;
      continue;
    }
    const found = foundAt(reading, at);
    if (!found) return { ok: false, why: 'not-understood' };
    if ('why' in found) return { ok: false, why: found.why };
    if (found.act) acts.push(found.act);
    if (found.able !== undefined) ables.push(found.able);
    at = found.end;
  }
  if (acts.length === 0 && ables.length === 0) return { ok: false, why: 'nothing-said' };
  const all = inOne(acts, ables);
  return all ? { ok: true, acts: all } : { ok: false, why: 'two-answers' };
}
