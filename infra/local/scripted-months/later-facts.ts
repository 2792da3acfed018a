import { bytesSource } from '../../../functions/months/dry-run/byte-source.ts';
import { eachRow } from '../../../functions/months/dry-run/csv-rows.ts';
import { isMonth } from '../../../functions/months/dry-run/field-values.ts';
import { inForce } from '../../../functions/months/dry-run/granted.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import { type Instant, type Month, monthOf } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { statedAt } from '../scripted-month/month-end.ts';
import { type LaterEntry, laterFault } from './later-shape.ts';
import type { MonthFolder } from './month-folder.ts';
import type { LaterFact } from './told-facts.ts';

/** A month's folder with what its `later.json` says, and the files that it names; of those that are not there, nothing. */
export type FolderWithLater = MonthFolder & {
  readonly said: readonly LaterEntry[];
  readonly named: ReadonlyMap<string, Uint8Array>;
};

type Of<Kind extends LaterEntry['kind']> = Extract<LaterEntry, { kind: Kind }>;
type Place = { readonly folder: number; readonly index: number };

const touches = (fact: KnownFact, month: Month): boolean =>
  fact.kind === 'DEATH'
    ? monthOf(fact.on) <= month
    : monthOf(fact.from) <= month && (!fact.to || monthOf(fact.to) >= month);

/** The months before the folder's own that are stated when something is told. */
const statedBefore = (folders: readonly FolderWithLater[], { folder }: Place, at: Instant) =>
  folders.slice(0, folder).filter((one) => statedAt(one) <= at);

/** The month that a report is of, among these: the first that a row of it names. */
async function monthOfReport(bytes: Uint8Array, months: readonly Month[]): Promise<Month | undefined> {
  return eachRow(
    bytesSource(bytes),
    ({ fields }) => (typeof fields === 'string' ? undefined : months.find((month) => isMonth(fields[0] ?? '', month))),
    { sheet: 'report' },
  );
}

type Read = Result<LaterFact['what']>;

const faultsAt =
  (folders: readonly FolderWithLater[], { folder, index }: Place) =>
  (field: string, code: string, text: string): Fault =>
    laterFault(folders[folder]?.month ?? '', index, field, text, code);

const notStated = 'ingen månad som det gäller är sammanställd då';

/** What is told of a case: one that a month before knows, in a month that is stated. */
function ofCase(said: Of<'known' | 'services'>, folders: readonly FolderWithLater[], place: Place): Read {
  const fault = faultsAt(folders, place);
  const knows = ({ file }: FolderWithLater): boolean => file.cases.some(({ caseNo }) => caseNo === said.caseNo);
  if (!folders.slice(0, place.folder).some(knows))
    return refuse('invalid', 'bad-later', [
      fault('caseNo', 'unknown-case', 'ärendet finns inte i någon tidigare månad'),
    ]);
  const isOf = ({ month, file }: FolderWithLater): boolean =>
    file.cases.some((one) => one.caseNo === said.caseNo && inForce(one, month)) &&
    (said.kind === 'services' || touches(said.known, month));
  if (!statedBefore(folders, place, said.at).some(isOf))
    return refuse('invalid', 'bad-later', [fault('at', 'month-not-stated', notStated)]);
  const { caseNo } = said;
  return accept(
    said.kind === 'known'
      ? { kind: 'known', caseNo, known: said.known }
      : { kind: 'services', caseNo, services: said.services },
  );
}

/** A provider's corrected files of a month that is stated. */
async function ofReport(said: Of<'report'>, folders: readonly FolderWithLater[], place: Place): Promise<Read> {
  const fault = faultsAt(folders, place);
  const { named = new Map<string, Uint8Array>() } = folders[place.folder] ?? {};
  const [report, deviations] = [named.get(said.report), named.get(said.deviations)];
  const faults = (['report', 'deviations'] as const).flatMap((field) =>
    named.has(said[field]) ? [] : [fault(field, 'file-not-found', `${said[field]} finns inte`)],
  );
  const has = ({ files, silent }: FolderWithLater): boolean =>
    files.has(said.provider) || silent.includes(said.provider);
  const months = folders.slice(0, place.folder).filter(has);
  if (months.length === 0) faults.push(fault('provider', 'unknown-provider', 'utföraren har ingen tidigare månad'));
  if (!report || !deviations || months.length === 0) return refuse('invalid', 'bad-later', faults);
  const month = await monthOfReport(
    report,
    months.map((one) => one.month),
  );
  if (month === undefined)
    return refuse('invalid', 'bad-later', [fault('report', 'unknown-month', 'filen gäller ingen tidigare månad')]);
  if (!statedBefore(folders, place, said.at).some((one) => one.month === month))
    return refuse('invalid', 'bad-later', [fault('at', 'month-not-stated', notStated)]);
  return accept({ kind: 'report', providerId: said.provider, month, files: { report, deviations } });
}

/** What an `undo` is of: something that was told before it, and that nobody has undone. */
function undone(
  said: Of<'undo'>,
  folders: readonly FolderWithLater[],
  place: Place,
  before: ReadonlyMap<string, Instant>,
): Result<string> {
  const fault = faultsAt(folders, place);
  const wrong = (code: string, text: string) => refuse('invalid', 'bad-later', [fault('undo', code, text)]);
  const of = said.in === undefined ? place.folder : folders.findIndex(({ month }) => month === said.in);
  const told = folders[of]?.said[said.undo];
  if (!told) return wrong('unknown-index', `det finns ingen uppgift ${said.undo}${said.in ? ` i ${said.in}` : ''}`);
  if (told.kind === 'undo') return wrong('undo-of-undo', 'det är själv ett ångrande; berätta på nytt i stället');
  const isBefore = told.at < said.at || (told.at === said.at && (of < place.folder || said.undo < place.index));
  if (!isBefore) return wrong('undone-before-told', 'det är inte berättat än');
  const key = `${of} ${said.undo}`;
  return before.has(key) ? wrong('undone-twice', 'det är redan ångrat') : accept(key);
}

/** All that is told later, in the months' order, with when it is undone; everything that is wrong is named at once. */
export async function laterFacts(folders: readonly FolderWithLater[]): Promise<Result<readonly LaterFact[]>> {
  const told: Omit<LaterFact, 'undoneAt'>[] = [];
  const undoneAt = new Map<string, Instant>();
  const faults: Fault[] = [];
  for (const [folder, { said: all }] of folders.entries())
    for (const [index, said] of all.entries()) {
      const place = { folder, index };
      if (said.kind === 'undo') {
        const of = undone(said, folders, place, undoneAt);
        if (of.ok) undoneAt.set(of.value, said.at);
        else faults.push(...(of.faults ?? []));
        continue;
      }
      const what = said.kind === 'report' ? await ofReport(said, folders, place) : ofCase(said, folders, place);
      if (what.ok) told.push({ ...place, at: said.at, what: what.value });
      else faults.push(...(what.faults ?? []));
    }
  if (faults.length > 0) return refuse('invalid', 'bad-later', faults);
  return accept(
    told.map((fact) => {
      const at = undoneAt.get(`${fact.folder} ${fact.index}`);
      return at === undefined ? fact : { ...fact, undoneAt: at };
    }),
  );
}
