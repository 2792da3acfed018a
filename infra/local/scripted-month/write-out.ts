import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bookingPlaces, bookkeeperOf } from '../../../functions/bookings/bookkeeper.ts';
import { csvFile } from '../../../functions/bookings/csv-file.ts';
import type { ToExport } from '../../../functions/bookings/export-lines.ts';
import { fixedFile, tooLongForFixed } from '../../../functions/bookings/fixed-file.ts';
import { sieFile } from '../../../functions/bookings/sie-file.ts';
import { statementVoucher } from '../../../functions/bookings/statement-voucher.ts';
import { feesFile } from '../../../functions/months/fees/fee-row.ts';
import { feesOf } from '../../../functions/months/fees/load-fees.ts';
import { monthStore } from '../../../functions/months/month-store.ts';
import { signingStore } from '../../../functions/months/signing/signing-store.ts';
import type { JournalRow } from '../../../shared/domain/journal.ts';
import { dateOf, type Instant, type Month } from '../../../shared/domain/local-time.ts';
import type { Bucket } from '../../../shared/ports/documents.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Machine } from '../machine.ts';
import type { SignedFile } from './month-acts.ts';

export type WrittenMonth = {
  readonly providers: readonly { readonly id: string; readonly minutes: number; readonly amountOre: number }[];
  readonly letters: number;
  readonly signed: number;
};

/** A kept file, whole. */
export async function bytesOf({ documents }: Machine['deps'], bucket: Bucket, id: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of documents.read(bucket, id)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Every row of the journal about these cases and months, in the order that things happened. */
async function journalOf(
  machine: Machine,
  month: Month,
  providers: readonly string[],
  caseNos: readonly string[],
): Promise<readonly JournalRow[]> {
  const journal = journalStore(machine.deps.table);
  const rows: JournalRow[] = [...(await journal.ofMonth('NONE', 'NONE'))];
  for (const providerId of providers) rows.push(...(await journal.ofMonth(month, providerId)));
  for (const caseNo of new Set(caseNos)) {
    let after: string | undefined;
    do {
      const page = await journal.ofCase(caseNo, { limit: 1000, after });
      rows.push(...page.items);
      after = page.next;
    } while (after !== undefined);
  }
  return rows.toSorted((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? -1 : 1));
}

/** The stated months as one export that finance reads: where the municipality has said how it books. */
async function bookingsOf(
  machine: Machine,
  { month, providers }: { readonly month: Month; readonly providers: readonly string[] },
): Promise<ToExport | undefined> {
  const { table } = machine.deps;
  const settings = (await settingsStore(table).find())?.entity;
  if (!settings?.booking) return undefined;
  const vouchers = await Promise.all(
    providers.map(async (id) => {
      const statement = (await monthStore(table).find(month, id))?.entity.statement;
      const provider = (await providerStore(table).find(id))?.entity;
      if (!statement || !provider) throw new Error(`${id} has no statement`);
      const {
        at,
        sha256,
        invoicedMinutes: minutes = statement.minutes,
        toInvoiceOre: ore = statement.amountOre,
      } = statement;
      return statementVoucher({ month, provider, sha256, minutes, ore }, bookingPlaces(settings), {
        date: dateOf(at),
        at,
      });
    }),
  );
  // A voucher of nothing books nothing.
  const booked = vouchers.filter(({ rows }) => rows.some(({ amountOre }) => amountOre !== 0));
  const [first] = booked;
  if (!first) return undefined;
  return {
    ...{ number: 1, date: first.date, by: bookkeeperOf(settings) },
    vouchers: booked.map((voucher, n) => ({ voucher, number: n + 1 })),
  };
}

/** What the month came to, as files: signed records, the statements for people, the invoice bases, keys, mail, journal. */
export async function writeOut(
  machine: Machine,
  out: string,
  about: {
    readonly month: Month;
    readonly providers: readonly string[];
    readonly caseNos: readonly string[];
    readonly mail: string;
    /** What has been written out of an earlier month: its letters, and the journal until then. */
    readonly before?: { readonly letters: ReadonlySet<string>; readonly until: Instant };
  },
  signed: readonly SignedFile[],
): Promise<WrittenMonth> {
  const { month, providers } = about;
  await rm(join(out, 'mail'), { recursive: true, force: true });
  await mkdir(join(out, 'mail'), { recursive: true });
  const file = (name: string, bytes: Uint8Array | string) => writeFile(join(out, name), bytes);

  const handedIn = await Promise.all(
    providers.map(async (providerId) => {
      const records = await signingStore(machine.deps.table).records(`${providerId}/${month}`);
      return records
        .filter(({ kind }) => kind === 'submission')
        .map(({ recordId, seq }) => ({
          name: `submission-${providerId}${seq > 1 ? `-${seq}` : ''}`,
          providerId,
          recordId,
        }));
    }),
  );
  const records = [...handedIn.flat(), ...signed];
  for (const { name, recordId } of records)
    await file(`${name}.json`, await bytesOf(machine.deps, 'records', recordId));

  const totals: WrittenMonth['providers'][number][] = [];
  for (const id of providers) {
    const statement = (await monthStore(machine.deps.table).find(month, id))?.entity.statement;
    if (!statement) throw new Error(`${id} has no statement`);
    await file(`statement-${id}.pdf`, await bytesOf(machine.deps, 'documents', statement.pdfId));
    await file(`invoice-basis-${id}.csv`, await bytesOf(machine.deps, 'documents', statement.basisId));
    totals.push({ id, minutes: statement.minutes, amountOre: statement.amountOre });
  }
  await file(`fees-${month}.csv`, feesFile(await feesOf(month, machine.deps)));
  const bookings = await bookingsOf(machine, about);
  if (bookings) {
    await file('booking.csv', csvFile(bookings));
    await file('booking.si', sieFile(bookings));
    if (!tooLongForFixed(bookings)) await file('booking.txt', fixedFile(bookings));
  }
  await file('keys.json', `${JSON.stringify(await machine.deps.signer.keys(), undefined, 2)}\n`);
  const rows = await journalOf(machine, month, providers, about.caseNos);
  const later = rows.filter(({ at }) => about.before === undefined || at > about.before.until);
  await file('journal.jsonl', later.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const all = (await readdir(about.mail)).filter((name) => name.endsWith('.eml')).sort();
  const letters = all.filter((name) => !about.before?.letters.has(name));
  for (const name of letters) await file(join('mail', name), await readFile(join(about.mail, name)));
  return { providers: totals, letters: letters.length, signed: records.length };
}
