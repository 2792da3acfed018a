import type { LocalDate } from '../domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../domain/result.ts';
import { Pack } from './pack.ts';
import { packInForce } from './packs.ts';
import { parameterModules } from './parameter-modules.ts';
import { Parameters } from './parameters.ts';
import { help } from './setting.ts';

/**
 * Parameters that nothing carries out yet. A pack may state them, since they are its routine; to set one, or to take a
 * pack into use that has one otherwise than the system does it, would be to believe that it changes something. A test
 * walks every parameter: it changes something, or it is refused.
 */
const waiting: readonly (keyof Parameters)[] = [];
export const notCarriedOut: ReadonlySet<string> = new Set(waiting);

/** Values of those that are carried out, which nothing does. */
const waitingValues: ReadonlySet<string> = new Set(['payBasis=GRANTED']);
const isWaiting = (key: string, value: unknown): boolean =>
  notCarriedOut.has(key) || waitingValues.has(`${key}=${value}`);

type Setting = { readonly key: string; readonly value: boolean | number | string | undefined };

/** Text as a value of the list: flags and whole numbers become themselves, the rest stays text for its schema. */
function read(setting: string): Setting {
  const equals = setting.indexOf('=');
  if (equals < 0) return { key: setting, value: undefined };
  const key = setting.slice(0, equals);
  const text = setting.slice(equals + 1);
  if (text === 'true' || text === 'false') return { key, value: text === 'true' };
  return { key, value: /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text };
}

const isKey = (key: string): key is keyof Parameters => Object.hasOwn(Parameters.shape, key);

const notYet = (key: string): Fault => ({
  at: key,
  code: 'setting-not-carried-out',
  message: `${key} kan inte ändras: inget i systemet följer den ännu`,
});

/** A pack as a municipality may take it into use: refused where it asks for what nothing carries out yet. */
export function inUse(pack: Pack): Result<Pack, 'bad-settings'> {
  const usual = Parameters.parse({});
  const faults = Parameters.keyof()
    .options.filter((key) => isWaiting(key, pack.params[key]) && pack.params[key] !== usual[key])
    .map(notYet);
  return faults.length > 0 ? refuse('invalid', 'bad-settings', faults) : accept(pack);
}

/** What is wrong with one setting on its own; undefined when nothing is. */
function faultIn({ key, value }: Setting): Fault | undefined {
  if (!isKey(key)) return { at: key, code: 'unknown-setting', message: `okänd parameter ${key}` };
  const schema = Parameters.shape[key];
  if (value !== undefined && schema.safeParse(value).success) {
    return isWaiting(key, value) ? notYet(key) : undefined;
  }
  return { at: key, code: 'bad-setting', message: `${key} tar ${help.get(schema)?.allowed}` };
}

/** A pack with `key=value` settings in place of its own, for one run. Every wrong key and value is named. */
export function withSettings(pack: Pack, settings: readonly string[]): Result<Pack, 'bad-settings'> {
  const given = settings.map(read);
  const faults = given.map(faultIn).filter((fault) => fault !== undefined);
  if (faults.length > 0) return refuse('invalid', 'bad-settings', faults);

  const params = Object.fromEntries(given.map(({ key, value }) => [key, value]));
  const next = Pack.safeParse({ ...pack, params: { ...pack.params, ...params } });
  if (next.success) return accept(next.data);
  const clashes = next.error.issues.map(({ message }) => ({ at: 'params', code: 'settings-clash', message }));
  return refuse('invalid', 'bad-settings', clashes);
}

/**
 * The routine that a unit names, in force on a day (S-62), with the municipality's own choices of what is common and of
 * the modules that the routine has: what it has chosen for its orders is no matter of a unit that only buys hours.
 * Refused where nothing of the name is in force, or where the choices cannot be made in it.
 */
export function unitPack(
  unit: { readonly pack: string },
  overrides: readonly string[],
  date: LocalDate,
): Result<Pack, 'no-routine-in-force'> {
  const pack = packInForce(unit.pack, date);
  if (!pack) return refuse('conflict', 'no-routine-in-force');
  const modules: ReadonlySet<string> = new Set(['common', ...pack.modules]);
  const isOfIts = (setting: string): boolean => {
    const { key } = read(setting);
    return isKey(key) && modules.has(parameterModules[key]);
  };
  const set = withSettings(pack, overrides.filter(isOfIts));
  return set.ok ? set : refuse('conflict', 'no-routine-in-force');
}
