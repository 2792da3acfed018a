import { Module, Pack } from './pack.ts';
import { parameterModules } from './parameter-modules.ts';

/** What a pack says of each module, beside its parameters and its rules, which have the module's name. */
const partsOf = {
  orders: ['clock', 'confirmation', 'channel', 'execution', 'paper', 'caseFile', 'healthCare', 'unexecuted'],
  months: ['month', 'reports'],
  purchases: ['notice', 'purchases'],
  acute: ['acute'],
} as const satisfies Partial<Record<Module, readonly (keyof Pack)[]>>;

const picked = (from: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([name, value]) => names.includes(name) && value !== undefined));

/** The parameters of a module as a pack has them; `common` ones are the first pack's. */
const parametersOf = (module: Module | 'common', { params }: Pack) =>
  Object.fromEntries(Object.entries(params).filter(([key]) => parameterModules[key as keyof typeof params] === module));

/**
 * Several routines as one municipality's: each module by the first of them that knows it, and what is common by the first
 * of all. One alone is itself.
 */
export function combinedPack(packs: readonly [Pack, ...Pack[]]): Pack {
  const [first] = packs;
  if (packs.length === 1) return first;
  const modules = Module.options.flatMap((module) => {
    const pack = packs.find((one) => one.modules.includes(module));
    return pack ? [{ module, pack }] : [];
  });
  const ends = packs.flatMap(({ validTo }) => validTo ?? []).toSorted();
  return Pack.parse({
    name: packs.map(({ name }) => name).join('+'),
    title: packs.map(({ title }) => title).join(', '),
    // In force together from the day that the last of them is, until the first of them is no longer.
    validFrom: packs
      .map(({ validFrom }) => validFrom)
      .toSorted()
      .at(-1),
    ...(ends[0] ? { validTo: ends[0] } : {}),
    source: packs.map(({ source }) => source).join('; '),
    modules: modules.map(({ module }) => module),
    providerKinds: [...new Set(packs.flatMap(({ providerKinds }) => providerKinds))],
    ...Object.assign(
      {},
      ...modules.map(({ module, pack }) =>
        picked(pack, module in partsOf ? partsOf[module as keyof typeof partsOf] : []),
      ),
    ),
    rules: Object.assign({}, ...modules.map(({ module, pack }) => picked(pack.rules, [module]))),
    params: Object.assign(
      { ...first.params },
      ...modules.map(({ module, pack }) => parametersOf(module, pack)),
      parametersOf('common', first),
    ),
  });
}
