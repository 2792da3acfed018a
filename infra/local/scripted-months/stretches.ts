import { inForce } from '../../../functions/months/dry-run/granted.ts';
import type { CaseInFile, MonthFolder } from './month-folder.ts';
import { sameServices } from './month-folder.ts';
import type { CaseStretch } from './told-facts.ts';

export const caseAtProvider = ({ caseNo, providerId }: Pick<CaseInFile, 'caseNo' | 'providerId'>): string =>
  `${caseNo} ${providerId}`;

const same = (one: CaseInFile, other: CaseInFile): boolean => {
  const around = ({ officerId, from, to, known }: CaseInFile) => JSON.stringify([officerId, from, to, known ?? []]);
  return around(one) === around(other) && sameServices(one, other);
};

/** All stretches of a case, at every provider. */
export const stretchesOfCase = (
  stretches: ReadonlyMap<string, readonly CaseStretch[]>,
  caseNo: string,
): readonly CaseStretch[] => [...stretches.values()].filter(([first]) => first?.one.caseNo === caseNo).flat();

/** Each case at each provider, by what the files say of it: a new stretch where one says something else than the one before. */
export function stretchesOf(
  folders: readonly Pick<MonthFolder, 'month' | 'file'>[],
): ReadonlyMap<string, readonly CaseStretch[]> {
  const found = new Map<string, CaseStretch[]>();
  folders.forEach(({ month, file }, at) => {
    for (const one of file.cases.filter((some) => inForce(some, month))) {
      const theirs = found.get(caseAtProvider(one)) ?? [];
      const last = theirs.at(-1);
      const next = { first: at, last: at, one };
      if (last && last.last === at - 1 && same(last.one, one)) theirs[theirs.length - 1] = { ...last, last: at };
      else theirs.push(next);
      found.set(caseAtProvider(one), theirs);
    }
  });
  return found;
}
