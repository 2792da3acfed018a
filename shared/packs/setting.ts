import * as z from 'zod';
import { LocalDate } from '../domain/local-time.ts';
import { Duration } from './duration.ts';

/** What the help says of a parameter: the values it takes, and what it decides in Swedish and English. */
export type SettingHelp = { readonly allowed: string; readonly sv: string; readonly en: string };
export const help = z.registry<SettingHelp>();

const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/);
const off = z.literal('OFF');

const explained = <Schema extends z.ZodType>(schema: Schema, allowed: string, sv: string, en: string): Schema => {
  help.add(schema, { allowed, sv, en });
  return schema;
};

type Names<Name extends string> = readonly [Name, ...Name[]];

/** The kinds of parameter. Each takes its default first, then its help; `--set` writes the same values as text. */
export const flag = (initial: boolean, sv: string, en: string) =>
  explained(z.boolean().default(initial), 'true|false', sv, en);

export const whole = (initial: number, from: number, to: number, sv: string, en: string) =>
  explained(z.int().min(from).max(to).default(initial), `${from}–${to}`, sv, en);

export const choice = <const Name extends string>(initial: NoInfer<Name>, names: Names<Name>, sv: string, en: string) =>
  explained(
    z.literal([...names]).default(() => initial),
    names.join('|'),
    sv,
    en,
  );

export const clock = (initial: string, sv: string, en: string) =>
  explained(Clock.default(initial), 'HH:MM[:SS]', sv, en);

export const clockOrOff = (initial: string, sv: string, en: string) =>
  explained(z.union([off, Clock]).default(initial), 'OFF|HH:MM[:SS]', sv, en);

export const duration = (initial: string, sv: string, en: string) =>
  explained(Duration.default(initial), 'PTnHnM', sv, en);

export const durationOrOff = (initial: string, sv: string, en: string) =>
  explained(z.union([off, Duration]).default(initial), 'OFF|PTnHnM', sv, en);

/** Days as a list, or as text with commas between them. */
export const days = (sv: string, en: string) => {
  const apart = (given: unknown) => (typeof given === 'string' ? given.split(',').filter((text) => text) : given);
  return explained(z.preprocess(apart, z.array(LocalDate)).default([]), 'ÅÅÅÅ-MM-DD,…', sv, en);
};

/** A name, or `HOURS:n` with n from 0 to 999. */
export const choiceOrHours = <const Name extends string>(
  initial: NoInfer<Name>,
  names: Names<Name>,
  sv: string,
  en: string,
) => {
  const Hours = z.templateLiteral(['HOURS:', z.int()]).refine((text) => /^HOURS:\d{1,3}$/.test(text));
  const named = z.union([z.literal([...names]), Hours]).default(() => initial);
  return explained(named, [...names, 'HOURS:n'].join('|'), sv, en);
};
