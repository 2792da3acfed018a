import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type FeeChange, feeChanges } from './fee-difference.ts';
import { controlSumOf, type FeeEdition, type FeeSums } from './fee-edition.ts';
import { feeEditionStore } from './fee-edition-store.ts';
import { FeeRow, feesFile } from './fee-row.ts';
import { feesOf } from './load-fees.ts';

const Serial = z.coerce.number().int().min(0).max(99_999_999);

/** Which edition of a month's fees is asked for, and since which one. */
export const feeSerials = {
  serial: Serial.optional().meta({ description: 'One that was given out before, as it was then; now when left out' }),
  since: Serial.optional().meta({ description: 'What has changed since the edition of this number' }),
};

/** The rows and the very text of their file, so that it is the same bytes after the format has changed. */
const Kept = z.object({ rows: z.array(FeeRow), file: z.string() });

type Edition = {
  readonly sums: FeeSums;
  readonly rows: readonly FeeRow[];
  readonly file: string;
  /** What keeps it, where it is new. */
  readonly effects: Effects;
};
type Asked = { readonly month: Month; readonly serial?: number | undefined; readonly since?: number | undefined };

function editionOf(rows: readonly FeeRow[], serial: number): Edition {
  const file = feesFile(rows);
  const sha256 = createHash('sha256').update(file).digest('hex');
  return { sums: { serial, rowCount: rows.length, controlSum: controlSumOf(rows), sha256 }, rows, file, effects: {} };
}
const none = editionOf([], 0);

async function kept(edition: FeeEdition, { documents }: Pick<Deps, 'documents'>): Promise<Edition> {
  const pieces: Uint8Array[] = [];
  for await (const piece of documents.read('documents', edition.documentId)) pieces.push(piece);
  const { rows, file } = Kept.parse(JSON.parse(Buffer.concat(pieces).toString()));
  const { serial, rowCount, controlSum, sha256 } = edition;
  return { sums: { serial, rowCount, controlSum, sha256 }, rows, file, effects: {} };
}

async function ofSerial(month: Month, serial: number, deps: Deps): Promise<Edition | undefined> {
  if (serial === 0) return none;
  const edition = await feeEditionStore(deps.table).find(month, serial);
  return edition && kept(edition, deps);
}

/**
 * The rows as they are now: the latest edition again where they are the same, else the next one, kept as it is given out.
 * Its number is taken over nothing, so that there is no gap and no two of one number.
 */
async function editionNow(month: Month, at: Instant, deps: Deps): Promise<Edition> {
  const latest = await feeEditionStore(deps.table).latest(month);
  const now = editionOf(await feesOf(month, deps), (latest?.serial ?? 0) + 1);
  const { sums, rows, file } = now;
  if (latest?.sha256 === sums.sha256) return kept(latest, deps);
  if (!latest && rows.length === 0) return none;
  const documentId = deps.newId('avgifter');
  const bytes = Buffer.from(JSON.stringify({ rows, file }));
  await deps.documents.put('documents', documentId, bytes, 'application/json');
  return { ...now, effects: { saves: [feeEditionStore(deps.table).add({ month, ...sums, at, documentId })] } };
}

/**
 * An edition of a month's fees, and what has changed since another, where that is asked for (L-26). Refused, with each that
 * nobody was given, where there is none of a number.
 */
export async function feesGiven(
  { month, serial, since }: Asked,
  at: Instant,
  deps: Deps,
): Promise<Result<Edition & { readonly changes?: readonly FeeChange[] }, 'bad-request'>> {
  const edition = serial === undefined ? await editionNow(month, at, deps) : await ofSerial(month, serial, deps);
  const before = since === undefined ? none : await ofSerial(month, since, deps);
  if (edition && before)
    return accept(since === undefined ? edition : { ...edition, changes: feeChanges(before.rows, edition.rows) });
  return refuse('invalid', 'bad-request', [
    ...(edition ? [] : [{ at: 'query.serial', code: 'serial-unknown' }]),
    ...(before ? [] : [{ at: 'query.since', code: 'serial-unknown' }]),
  ]);
}
