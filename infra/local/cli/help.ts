import { packs } from '../../../shared/packs/packs.ts';
import { Parameters } from '../../../shared/packs/parameters.ts';
import { help } from '../../../shared/packs/setting.ts';
import { notCarriedOut } from '../../../shared/packs/settings.ts';
import { type CommandName, isCommand, usage, usageOf } from './usage.ts';

const inText = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/** One line a parameter: its default, the packs that differ, what it takes, and what it decides. */
function settingsHelp(): string {
  const defaults: Readonly<Record<string, unknown>> = Parameters.parse({});
  const lines = Object.entries(Parameters.shape).map(([key, schema]) => {
    const usual = inText(defaults[key]);
    const differing = packs
      .map(({ name, params }) => ({ name, value: inText(new Map(Object.entries(params)).get(key)) }))
      .filter(({ value }) => value !== usual)
      .map(({ name, value }) => `${name}: ${value}`);
    const { allowed, sv, en } = help.get(schema) ?? { allowed: '', sv: '', en: '' };
    const waits = notCarriedOut.has(key) ? ' – följs inte ännu, kan inte ändras' : '';
    const others = differing.length > 0 ? ` (${differing.join(', ')})` : '';
    return `  ${key}=${usual}${others}  [${allowed}]\n      ${sv}${waits} / ${en}`;
  });
  return `--set NYCKEL=VÄRDE ändrar en parameter i paketet; den får upprepas. Nyckel=förval (paket som avviker) [värden]:\n${lines.join('\n')}`;
}

/** Further lines of a command's own help. */
const moreOf = (command: CommandName): readonly string[] => {
  const about = usage[command];
  return 'more' in about ? ['', ...about.more.map((line) => `  ${line}`)] : [];
};

const commandHelp = (command: CommandName): string =>
  [
    usageOf(command),
    `  ${usage[command].about}`,
    ...moreOf(command),
    ...(usage[command].flags.includes('--set') ? ['', settingsHelp()] : []),
  ].join('\n');

/** The help of one command, or of all. */
export function helpText(command: CommandName | undefined): string {
  if (command) return commandHelp(command);
  const commands = Object.keys(usage).filter(isCommand);
  return [
    'utfort KOMMANDO …   svaret är JSON på standard ut, ord för människor på standard fel',
    '',
    ...commands.map((name) => `  ${usageOf(name)}\n      ${usage[name].about}`),
    '',
    'TID är ISO 8601 med förskjutning (2026-06-22T07:00:00+02:00 eller Z), DATUM är ÅÅÅÅ-MM-DD.',
    `PAKET är ${packs.map(({ name }) => name).join(', ')}.`,
    'Utgångskod 0: klart. 1: svaret är nej. 2: fel anrop, eller inget att bedöma.',
    '',
    settingsHelp(),
  ].join('\n');
}
