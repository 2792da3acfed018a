import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { MunicipalityFile } from '../../../../functions/settings/reading-in/municipality-file.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { dateOf, firstDay, monthOf } from '../../../../shared/domain/local-time.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = {
  readonly officer: Actor;
  readonly administrator: Actor;
  readonly tick: () => Promise<void>;
  readonly deps: Deps;
};

const Upload = z.looseObject({ documentId: z.string() });
const Import = z.looseObject({ importId: z.string() });
const faultless = { faults: z.literal(0) };
const Planned = z.looseObject({ state: z.literal('PLANNED'), ...faultless });
const Done = z.looseObject({ state: z.literal('DONE'), ...faultless });

/** Files are read in, from the plan to its end; one of which something is refused would try nothing. */
export async function readIn(
  ask: Ask,
  { administrator, tick }: Pick<Cast, 'administrator' | 'tick'>,
  body: object,
): Promise<void> {
  const { importId } = Import.parse(await ask(administrator, 'planImport', {}, body));
  await tick();
  Planned.parse(await ask(administrator, 'getImport', { importId }));
  await ask(administrator, 'runImport', { importId }, {});
  // Cases that get another officer move by their own clock in between.
  for (let n = 0; n < 3; n++) await tick();
  Done.parse(await ask(administrator, 'getImport', { importId }));
}

/** The municipality's file read in again, as an upload, when much of what it tells of has become another. */
export async function busyImports(
  ask: Ask,
  { officer, administrator, tick, deps }: Cast,
  file: MunicipalityFile,
): Promise<void> {
  const { clock, documents } = deps;
  const today = dateOf(clock.now());
  const [first, ...rest] = file.cases;
  // The only one whom the number leads to, since it is another's under another name in every later case.
  const known = rest.find(({ caseNo }) => caseNo === 'A-1026');
  // Another officer's, with all that hangs on it.
  const moved = rest.find(({ caseNo, officerId }) => officerId !== officer.userId && caseNo !== known?.caseNo);
  if (!first || !known || !moved) throw new Error('the fixture has cases');
  const again = {
    ...file,
    // A new provider joins the turn list; an officer who is not named is told of, with cases or without.
    providers: [...file.providers, { id: 'P8', number: 8, name: 'Omsorg Åtta AB', kind: 'private', email: '' }],
    // No month that it holds for has been stated.
    rates: [...file.rates, { validFrom: firstDay(monthOf(today)), orePerHour: 39_000, decision: 'SN 2026-10-01 § 8' }],
    cases: [
      { ...first, officerId: officer.userId, services: [{ code: 'OMV', minutesPerMonth: 900 }] },
      { ...moved, officerId: officer.userId },
      { ...known, customer: { ...known.customer, personnummer: '191212121212' } },
    ],
  };
  const { documentId } = Upload.parse(await ask(administrator, 'openUpload', {}, { contentType: 'application/json' }));
  await documents.put('incoming', documentId, Buffer.from(JSON.stringify(again)), 'application/json');
  await readIn(ask, { administrator, tick }, { files: [{ name: 'cases.json', documentId }] });
}
