import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Links } from '../../../shared/domain/folder-links.ts';
import { localIso } from '../../../shared/domain/local-time.ts';
import { KeySet } from '../../../shared/domain/public-keys.ts';
import { type RecordFile, verifyFolder } from '../../../shared/domain/verify-folder.ts';
import { type Verification, verifyRecordFile } from '../../../shared/domain/verify-record-file.ts';
import { usageOf } from './usage.ts';

type Streams = { readonly stdout: Writer; readonly stderr: Writer };
type Writer = { write(text: string): unknown };

/** `verify FILE [--keys JWKS]`, FILE being a record or a folder of them: 0 the record holds, 1 it does not, 2 there is nothing to judge or to judge by. */
export async function run(args: readonly string[], { stdout, stderr }: Streams = process): Promise<number> {
  try {
    const { path, keysPath } = read(args);
    const keys = keysPath === undefined ? undefined : await keysIn(keysPath);
    const answer = (await isFolder(path)) ? await folderAnswer(path, keys) : await fileAnswer(path, keys);
    stdout.write(`${JSON.stringify(answer)}\n`);
    stderr.write(`${inWords(answer, keys)}\n`);
    return answer.valid ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NothingToJudge)) throw error;
    stderr.write(`${error.message}\n`);
    return 2;
  }
}

class NothingToJudge extends Error {}

function read(args: readonly string[]): { path: string; keysPath: string | undefined } {
  try {
    const options = { keys: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path !== undefined && more.length === 0) return { path, keysPath: values.keys };
  } catch (error) {
    throw new NothingToJudge(`${messageOf(error)}\nAnvändning: ${usageOf('verify')}`);
  }
  throw new NothingToJudge(`en fil eller mapp ska anges\nAnvändning: ${usageOf('verify')}`);
}

async function fileAnswer(path: string, keys: KeySet | undefined) {
  return inLocalTime(await verifyRecordFile(await bytesOf(path), keys));
}

/** Documents that were signed: their records name them by their sum. */
const signedFile = /\.(?:pdf|jpg|png|tiff|fil)$/;

/** What lies beside records and is none: their descriptions, what was signed, and what was never written to its end. */
const isBeside = (name: string): boolean =>
  signedFile.test(name) ||
  name.startsWith('.') ||
  name.endsWith('.about.json') ||
  name.endsWith('.tmp') ||
  name === 'signing-keys.json';

/** Named as a record: by its id, as the system keeps it with its description beside, or with `.json` as it is handed out. */
const isRecordAmong =
  (names: ReadonlySet<string>) =>
  (name: string): boolean =>
    !isBeside(name) && (name.endsWith('.json') || !name.includes('.') || names.has(`${name}.about.json`));

/** Every record of a folder and the links between them; a key history that lies among them is not a record. */
async function folderAnswer(path: string, keys: KeySet | undefined) {
  const found = await readdir(path, { withFileTypes: true });
  const all = found.filter((one) => !one.isDirectory()).map(({ name }) => name);
  const names = all.filter(isRecordAmong(new Set(all))).toSorted();
  const files = await Promise.all(names.map(async (file) => ({ file, bytes: await bytesOf(join(path, file)) })));
  const records = files.filter((file) => !keySetIn(file.bytes));
  if (records.length === 0) throw new NothingToJudge(`${path}: inga handlingar i mappen`);
  const { files: judged, ...whole } = await verifyFolder(records satisfies RecordFile[], keys);
  return { ...whole, files: judged.map(inLocalTime) };
}

/** Times as the command line gives them: local, with their offset. */
function inLocalTime<V extends Verification>(verification: V) {
  if (!verification.valid) return verification;
  const { signedBy, signedAt } = verification;
  const signedInAt = localIso(signedBy.signedInAt);
  return { ...verification, signedBy: { ...signedBy, signedInAt }, signedAt: localIso(signedAt) };
}

async function keysIn(path: string): Promise<KeySet> {
  const keys = keySetIn(await bytesOf(path));
  if (!keys) throw new NothingToJudge(`${path}: ingen JWKS ({"keys":[…]})`);
  return keys;
}

function keySetIn(bytes: Uint8Array): KeySet | undefined {
  try {
    return KeySet.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(unreadable(path))).isDirectory();

const bytesOf = (path: string): Promise<Uint8Array> => readFile(path).catch(unreadable(path));

const unreadable =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw new NothingToJudge(`${path}: ${error.code === 'ENOENT' ? 'finns inte' : 'kan inte läsas'}`);
  };

function inWords(answer: { valid: boolean; links?: readonly Links[] }, keys: KeySet | undefined): string {
  return [verdictInWords(answer, keys), ...(answer.links ?? []).flatMap(linksInWords)].join('\n');
}

const listed = (places: readonly number[]): string => `plats ${places.join(', ')}`;

/** What is to be known of a stream beside the verdict: nothing, of one that is whole. */
function linksInWords({ stream, missing, forks, broken, unclear, leftovers }: Links): string[] {
  const told = (some: readonly unknown[], words: string) => (some.length > 0 ? [`${stream}: ${words}`] : []);
  return [
    ...told(forks, `två historier på ${listed(forks)}; senare handlingar bygger på var sin.`),
    ...told(broken, `på ${listed(broken)} ligger en annan handling än den som kedjan nämner.`),
    ...told(
      unclear,
      `oklart på ${listed(unclear)}: där ligger flera handlingar, och inget i mappen säger vilken som hör till kedjan. ` +
        'Lägg nästa handling, eller nattens kontrollpunkt, i mappen.',
    ),
    ...told(missing, `${listed(missing)} finns inte i mappen.`),
    ...told(leftovers, `hör inte till kedjan och styrker ingenting: ${leftovers.join(', ')}. Kedjan håller utan dem.`),
  ];
}

function verdictInWords(answer: { valid: boolean }, keys: KeySet | undefined): string {
  if (!answer.valid) return 'Ogiltigt: innehållet är ändrat, kedjan bruten eller oklar, eller sigillet inte kommunens.';
  return keys
    ? 'Giltigt: oförändrat, och sigillet är gjort med en av de publicerade nycklarna.'
    : 'Oförändrat, men utan --keys är det inte visat vems sigillet är.';
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
