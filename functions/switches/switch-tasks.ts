import type { Why } from '../../shared/domain/why.ts';
import type { Side } from './sides.ts';
import { officerRelays, type Switch } from './switch.ts';

/** A step that the routine gives one side, and whether it has been taken. */
export type SwitchTask = Why & { readonly side: Exclude<Side, 'head'>; readonly done: boolean };

/**
 * What each side has to do in the switch by the routine, in its order. Where the customer wants no contact with the
 * leaving provider, or has a day of their own, the officer carries the words (S-47, S-48) and the leaving provider's own
 * steps with the customer fall away (S-50).
 */
export function tasksOf(one: Switch): readonly SwitchTask[] {
  const relays = officerRelays(one);
  const told = one.told !== undefined;
  const dated = one.date !== undefined;
  const asks = one.noContact ? 'officer' : 'leaving';
  const steps: readonly (SwitchTask | undefined)[] = [
    { side: 'officer', rule: 'S-44', text: 'Meddela båda utförarna vid samma tidpunkt.', done: told },
    relays
      ? { side: 'officer', rule: 'S-47', text: 'Förmedla datum för övertagandet mellan utförarna.', done: dated }
      : { side: 'leaving', rule: 'S-50', text: 'Kom överens med kunden om sista dag.', done: dated },
    {
      side: asks,
      rule: 'S-51',
      text: 'Fråga kunden om dokumentationen ska delges den nya utföraren.',
      done: one.handover !== undefined,
    },
    relays
      ? undefined
      : { side: 'leaving', rule: 'S-52', text: 'Meddela den nya utföraren datum för övertagandet.', done: dated },
    one.healthCareEnrolled
      ? { side: 'leaving', rule: 'S-58', text: 'Meddela hemsjukvården; det sker när datumet är satt.', done: dated }
      : undefined,
    {
      side: 'joining',
      rule: 'S-53',
      text: 'Kontakta kunden och planera övertagandet.',
      done: one.takeover !== undefined,
    },
    { side: 'joining', rule: 'S-54', text: 'Meddela handläggaren datum för övertagandet.', done: dated },
  ];
  return one.state === 'called-off' ? [] : steps.filter((step) => step !== undefined);
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
