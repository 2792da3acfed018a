import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { switchStore } from '../switch-store.ts';

/** The switches of a case, this one and earlier ones, at the officer who has the case now. */
export async function moveSwitches(
  caseNo: string,
  earlier: readonly string[],
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Instant },
  { table }: Deps,
): Promise<{ readonly ids: readonly string[]; readonly saves: readonly Change[] }> {
  const switches = switchStore(table);
  const flight = (await switches.inFlight(caseNo))?.entity.switchId;
  const ids = [...new Set([...(flight === undefined ? [] : [flight]), ...earlier])];
  const found = await Promise.all(ids.map((id) => switches.find(id)));
  const theirs = found.filter((one) => one?.entity.officerId === from && one.entity.caseNo === caseNo);
  return {
    ids,
    saves: theirs.flatMap((over) => (over ? switches.save({ ...over.entity, officerId: to }, over, at) : [])),
  };
}
