import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Instant, parseInstant } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { packNamed, packs } from '../../../shared/packs/packs.ts';
import { withSettings } from '../../../shared/packs/settings.ts';

/** A flag that is a point in time: ISO 8601 with an offset or `Z`. */
export const Time = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at !== undefined) return at;
  context.addIssue('not a time');
  return z.NEVER;
});

const fault = (at: string, message: string): Fault => ({ at, code: 'wrong-usage', message });

/** The flags as given, text by name; `--set` is a list, a switch has no value. Anything else on the line is a fault that names it. */
function given(args: readonly string[], names: readonly string[], switches: ReadonlySet<string>) {
  const options = Object.fromEntries(
    [...names, 'pack'].map((name) => [name, { type: switches.has(name) ? ('boolean' as const) : ('string' as const) }]),
  );
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { ...options, set: { type: 'string', multiple: true } },
    strict: false,
    tokens: true,
  });
  const faults = tokens.flatMap((token): Fault[] => {
    if (token.kind === 'positional') return [fault(token.value, `oväntat ord ${token.value}`)];
    if (token.kind === 'option-terminator') return [fault('--', 'oväntat --')];
    const known = token.name === 'set' || Object.hasOwn(options, token.name);
    if (!known) return [fault(token.rawName, `okänd flagga ${token.rawName}`)];
    if (switches.has(token.name))
      return token.value === undefined ? [] : [fault(token.rawName, `${token.rawName} har inget värde`)];
    return token.value === undefined ? [fault(token.rawName, `${token.rawName} saknar värde`)] : [];
  });
  return { values, faults };
}

/** The pack that is named, with its settings. */
export function packWith(name: string, settings: readonly string[]): Result<Pack> {
  const pack = packNamed(name);
  if (pack) return withSettings(pack, settings);
  const known = packs.map((each) => each.name).join(', ');
  return refuse('invalid', 'unknown-pack', [fault('--pack', `okänt paket ${name}; det finns ${known}`)]);
}

type Flags<Shape extends z.ZodRawShape> = {
  readonly flags: z.output<z.ZodObject<Shape>>;
  readonly pack: string | undefined;
  readonly set: readonly string[];
};

/** Reads a command's own flags, and `--pack` with `--set` as they stand; the pack is asked for unless it may be left out. */
export function readFlags<Shape extends z.ZodRawShape>(
  args: readonly string[],
  shape: Shape,
  pack: 'asked' | 'optional' = 'asked',
): Result<Flags<Shape>> {
  const switches = new Set(Object.keys(shape).filter((name) => z.safeParse(shape[name] as z.ZodType, true).success));
  const { values, faults } = given(args, Object.keys(shape), switches);
  if (faults.length > 0) return refuse('invalid', 'wrong-usage', faults);

  const Pack = pack === 'asked' ? z.string() : z.string().optional();
  const always = z.object({ pack: Pack, set: z.array(z.string()).default([]) }).safeParse(values);
  const flags = z.object(shape).safeParse(values);
  if (!always.success || !flags.success) {
    const issues = [...(always.error?.issues ?? []), ...(flags.error?.issues ?? [])];
    return refuse(
      'invalid',
      'wrong-usage',
      issues.map(({ path }) => {
        const name = String(path[0]);
        const value = values[name];
        return fault(`--${name}`, value === undefined ? `--${name} saknas` : `--${name}: ogiltigt värde ${value}`);
      }),
    );
  }
  return accept({ flags: flags.data, pack: always.data.pack, set: always.data.set });
}

/** Reads a command's own flags, and the pack with its settings, which every calculating command takes. */
export function readArguments<Shape extends z.ZodRawShape>(
  args: readonly string[],
  shape: Shape,
): Result<{ flags: z.output<z.ZodObject<Shape>>; pack: Pack; set: readonly string[] }> {
  const read = readFlags(args, shape);
  if (!read.ok) return read;
  const { flags, pack: name = '', set } = read.value;
  const pack = packWith(name, set);
  return pack.ok ? accept({ flags, pack: pack.value, set }) : pack;
}
