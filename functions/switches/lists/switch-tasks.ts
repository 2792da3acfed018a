import { sentence } from '../../../shared/messages/sentence.ts';
import { givenRule } from '../../../shared/packs/own-rules.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Side } from '../caller-side.ts';
import { officerRelays, type Switch } from '../switch.ts';

/** A step that the routine gives one side, and whether it has been taken. */
type Step = { readonly side: Exclude<Side, 'head'>; readonly rule: string; readonly done: boolean };
/** By whose routine, and in which language, a switch is seen. */
export type Seen = { readonly language: string; readonly pack: Pack };
export type SwitchTask = Step & { readonly text: string };

/**
 * What each side has to do in the switch by the routine, in its order. Where the customer wants no contact with the
 * leaving provider, or has a day of their own, the officer carries the words (S-47, S-48) and the leaving provider's own
 * steps with the customer fall away (S-50). The sentences are in the language asked for: they are no derivation, and the
 * one who reads them is to act on them.
 */
export function tasksOf(one: Switch, { language, pack }: Seen): readonly SwitchTask[] {
  const relays = officerRelays(one);
  const told = one.told !== undefined;
  const dated = one.date !== undefined;
  const asks = one.noContact ? 'officer' : 'leaving';
  const steps: readonly (Step | undefined)[] = [
    { side: 'officer', rule: 'S-44', done: told },
    relays ? { side: 'officer', rule: 'S-47', done: dated } : { side: 'leaving', rule: 'S-50', done: dated },
    {
      side: asks,
      rule: 'S-51',

      done: one.handover !== undefined,
    },
    relays ? undefined : { side: 'leaving', rule: 'S-52', done: dated },
    one.healthCareEnrolled ? { side: 'leaving', rule: 'S-58', done: dated } : undefined,
    {
      side: 'joining',
      rule: 'S-53',

      done: one.takeover !== undefined,
    },
    { side: 'joining', rule: 'S-54', done: dated },
  ];
  if (one.state === 'called-off') return [];
  return steps
    .filter((step) => step !== undefined)
    .map((step) => ({
      ...step,
      rule: givenRule(step.rule, pack),
      text: sentence(`switch-task-${step.rule}`, language),
    }));
}

/** The steps that somebody may take next, by the names of their ways in. */
export function nextOf(one: Switch, side: Side): readonly string[] {
  if (side === 'head' || one.state === 'called-off') return [];
  const inFlight = one.state === 'told' || one.state === 'dated';
  const may: Readonly<Record<string, boolean>> = {
    tellProviders: side === 'officer' && one.state === 'requested',
    setSwitchDate: inFlight && !(side === 'leaving' && officerRelays(one)),
    recordHandover: one.told !== undefined && side === (one.noContact ? 'officer' : 'leaving'),
    planTakeover: one.told !== undefined && side === 'joining' && one.takeover === undefined,
    callOffSwitch: side === 'officer' && one.state !== 'switched',
  };
  return Object.keys(may).filter((step) => may[step]);
}
