/** The tables that may be read in, by the header that each begins with. */
export const headers = {
  'kunder.csv':
    'Ärendenummer;Utförare;Handläggare;Namn;Personnummer;Adress;Telefon;Närståendes telefon;Skyddad;Hemsjukvård;Insats;Minuter per månad;Från;Till;Beslutsdag;Senast uppföljd',
  'personal.csv': 'Id;Namn;E-post;Roll;Utförare;Enhet;Från;Till',
  'utforare.csv':
    'Id;Nummer;Namn;Slag;E-post;Telefon;Organisationsnummer;Adress;Postnummer;Ort;Bankgiro;Plusgiro;Områden;Tak;Takets enhet;Från;Till',
  'insatser.csv': 'Kod;Namn;Enhet;Betalas av;Från;Till',
  'ersattning.csv': 'Gäller från;Öre per timme;Slag;Beslut',
} as const;
type TableName = keyof typeof headers;
export type FileKind = TableName | 'cases.json';

/** Enough of a header to know it by, whatever its letters are coded in. */
const signs: readonly (readonly [RegExp, FileKind])[] = [
  [/^\s*\{/, 'cases.json'],
  [/rendenummer[;,\t]/, 'kunder.csv'],
  [/^\W*Id[;,\t]Nummer/, 'utforare.csv'],
  [/^\W*Id[;,\t]Namn/, 'personal.csv'],
  [/^\W*Kod[;,\t]/, 'insatser.csv'],
  [/ller fr.{1,2}n[;,\t]/, 'ersattning.csv'],
];

const isKind = (name: string): name is FileKind => name === 'cases.json' || Object.hasOwn(headers, name);

/** Which of the files it is, by its name, else by how it begins; undefined when it is none of them. */
export async function fileKindOf(file: File): Promise<FileKind | undefined> {
  const name = file.name.toLowerCase();
  if (isKind(name)) return name;
  const beginning = new TextDecoder('latin1').decode(await file.slice(0, 400).arrayBuffer());
  return signs.find(([sign]) => sign.test(beginning))?.[1];
}

const quoted = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as a file, made from what stands in a form. */
export const tableOf = (name: TableName, rows: readonly (readonly (string | undefined)[])[]): string =>
  [headers[name], ...rows.map((row) => row.map((cell) => quoted(cell ?? '')).join(';'))].join('\n').concat('\n');
