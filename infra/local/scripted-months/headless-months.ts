import { appendFile, copyFile, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthStore } from '../../../functions/months/month-store.ts';
import type { SettlementContent } from '../../../functions/months/settling/settlement.ts';
import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { firstDay, type Instant, type Month, startOfDay } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { standingClock } from '../clock.ts';
import { countedIds } from '../counted-ids.ts';
import { localMachine, type Machine } from '../machine.ts';
import { actorsOf, ScriptRefused } from '../scripted-month/actors.ts';
import type { SignedFile } from '../scripted-month/month-acts.ts';
import { castOf, orderingSteps, readIn } from '../scripted-month/set-up.ts';
import { bytesOf, writeOut } from '../scripted-month/write-out.ts';
import type { MonthFolder } from './month-folder.ts';
import type { SettlementFile } from './settle-ended.ts';
import { type MonthsToWalk, notStated, walkMonths } from './walk-months.ts';

const sums = ['amountOre', 'adjustmentsOre', 'broughtForwardOre', 'toInvoiceOre', 'carriedForwardOre'] as const;

/** What a provider's month came to, by its signed statement. */
export type MonthRow = { readonly month: Month; readonly provider: string } & Readonly<
  Record<(typeof sums)[number], number>
>;

/** What the head settled where no later month came: `claimOre` is to be paid back. */
export type SettlementRow = MonthRow & { readonly kind: 'settlement'; readonly claimOre: number };

/** The signed statements of a month, as rows. */
export async function statementRows(
  machine: Machine,
  month: Month,
  signed: readonly SignedFile[],
): Promise<readonly MonthRow[]> {
  const statements = signed.filter(({ name }) => name.startsWith('statement-'));
  return Promise.all(
    statements.map(async ({ providerId, recordId }) => {
      const text = Buffer.from(await sealedStore(machine.deps).bytes(recordId)).toString();
      const { content }: { content: StatementContent } = JSON.parse(text).payload;
      const said = Object.fromEntries(sums.map((name) => [name, content[name] ?? 0]));
      return { month, provider: providerId, ...said } as MonthRow;
    }),
  );
}

/**
 * What was settled, as a row: a claim is a sum to invoice below zero, so that what is invoiced comes to what is true
 * however often it is settled. Nothing is carried.
 */
export async function settlementRow(machine: Machine, { month, signed }: SettlementFile): Promise<SettlementRow> {
  const text = Buffer.from(await sealedStore(machine.deps).bytes(signed.recordId)).toString();
  const { content }: { content: SettlementContent } = JSON.parse(text).payload;
  const { adjustmentsOre, broughtForwardOre, toInvoiceOre, claimOre } = content;
  return {
    ...{ month, provider: signed.providerId, kind: 'settlement', amountOre: 0, adjustmentsOre, broughtForwardOre },
    ...{ toInvoiceOre: toInvoiceOre - claimOre, carriedForwardOre: 0, claimOre },
  };
}

export type HeadlessMonths = MonthsToWalk & { readonly set: readonly string[] };

/** Several months walked on one machine of its own; each is told to `stated` when it has been stated. */
async function onOneMachine(
  months: HeadlessMonths,
  stated: (machine: Machine, folder: MonthFolder, signed: readonly SignedFile[], mail: string) => Promise<void>,
  settled: (machine: Machine, one: SettlementFile, mail: string) => Promise<void>,
): Promise<Result<undefined>> {
  const [first] = months.folders;
  if (!first) throw new Error('there is no month to walk');
  const cast = castOf(
    months.file,
    new Set(months.folders.flatMap(({ files, silent }) => [...files.keys(), ...silent])),
  );
  if (!('head' in cast))
    return refuse(
      'invalid',
      'people-missing',
      cast.map((message) => ({ at: 'cases.json', code: 'people-missing', message })),
    );
  const folder = await mkdtemp(join(tmpdir(), 'utfort-'));
  const failures: unknown[] = [];
  const machine = await localMachine({
    folder,
    keepsTable: false,
    clock: standingClock(startOfDay(firstDay(first.month))),
    newId: countedIds(),
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
  });
  try {
    const people = actorsOf(machine);
    await readIn(machine, people, months.file, months.set, months.pack.name);
    const tell = (one: MonthFolder, signed: readonly SignedFile[]) =>
      stated(machine, one, signed, join(folder, 'mail'));
    const settle = async (some: readonly SettlementFile[]) => {
      for (const one of some) await settled(machine, one, join(folder, 'mail'));
    };
    await walkMonths(months, { machine, people, cast, orders: orderingSteps, stated: tell, settled: settle });
    if (failures.length > 0) throw failures[0];
    const left = await notStated(months, machine);
    if (left.length === 0) return accept(undefined);
    return refuse(
      'invalid',
      'no-later-month',
      left.map((number) => ({
        at: number,
        code: 'no-later-month',
        message: `${number}: ingen senare månad i mappen kan ta upp justeringen`,
      })),
    );
  } catch (failure) {
    if (!(failure instanceof ScriptRefused)) throw failure;
    const { code, title, faults } = failure.problem;
    const told = faults?.map((one) => ({ ...one, message: one.message ?? one.at })) ?? [];
    return refuse('invalid', code, [{ at: failure.entry, code, message: title }, ...told]);
  } finally {
    machine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A settlement among the files of the month that it is of, with what the journal says of it. */
async function writeSettled({ deps }: Machine, folder: string, { month, signed }: SettlementFile): Promise<void> {
  const { name, providerId, recordId } = signed;
  await writeFile(join(folder, `${name}.json`), await sealedStore(deps).bytes(recordId));
  const settlement = (await monthStore(deps.table).find(month, providerId))?.entity.settlements?.find(
    (one) => one.recordId === recordId,
  );
  if (!settlement) throw new Error(`${name} is signed and not kept`);
  await writeFile(join(folder, `${name}.pdf`), await bytesOf(deps, 'documents', settlement.pdfId));
  const rows = await journalStore(deps.table).ofMonth(month, providerId);
  const said = rows.filter(({ event, refs }) => event === 'settlement-sent' && refs?.recordId === recordId);
  await appendFile(join(folder, 'journal.jsonl'), said.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** As `onOneMachine`, written out: a folder a month, each as the headless month's, and none before all are whole. */
export async function headlessMonths(
  months: HeadlessMonths,
  out: string,
): Promise<Result<readonly (MonthRow | SettlementRow)[]>> {
  const made = await mkdtemp(join(tmpdir(), 'utfort-months-'));
  const caseNos = [...new Set(months.folders.flatMap(({ file }) => file.cases.map(({ caseNo }) => caseNo)))];
  const rows: (MonthRow | SettlementRow)[] = [];
  const letters = new Set<string>();
  let until: Instant | undefined;
  try {
    const done = await onOneMachine(
      months,
      async (machine, { month, files, silent }, signed, mail) => {
        rows.push(...(await statementRows(machine, month, signed)));
        const providers = [...files.keys(), ...silent];
        const before = until === undefined ? {} : { before: { letters, until } };
        await writeOut(machine, join(made, month), { month, providers, caseNos, mail, ...before }, signed);
        until = machine.clock.now();
        for (const name of await readdir(mail)) letters.add(name);
      },
      async (machine, one, mail) => {
        rows.push(await settlementRow(machine, one));
        await writeSettled(machine, join(made, one.month), one);
        for (const name of (await readdir(mail)).filter((name) => name.endsWith('.eml') && !letters.has(name))) {
          await copyFile(join(mail, name), join(made, one.month, 'mail', name));
          letters.add(name);
        }
      },
    );
    if (!done.ok) return done;
    await mkdir(out, { recursive: true });
    for (const { month } of months.folders) {
      const [whole, unready] = [join(out, month), join(out, `.${month}`)];
      await rm(unready, { recursive: true, force: true });
      await cp(join(made, month), unready, { recursive: true });
      await rm(whole, { recursive: true, force: true });
      await rename(unready, whole);
    }
    return accept(rows);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}
