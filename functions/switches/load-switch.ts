import type { Deadline } from '../../shared/domain/deadline.ts';
import { dateOf, type Instant } from '../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { type Provider, providerStore } from '../../shared/stores/provider-store.ts';
import { type Routine, routineOn } from '../../shared/stores/routine.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { type Side, sideOf } from './caller-side.ts';
import type { Switch } from './switch.ts';
import { switchStore } from './switch-store.ts';

type Asked = { readonly caller: Caller; readonly ifMatch?: number; readonly at: Instant };

export type OwnSwitch = {
  readonly stored: Stored<Switch>;
  readonly side: Side;
  readonly deadlines: readonly Stored<Deadline>[];
};

/** The switch from the caller's side of it; one that the caller has no part in answers like one that does not exist. */
export async function ownSwitch(
  switchId: string,
  { caller, ifMatch }: Omit<Asked, 'at'>,
  { table }: Deps,
): Promise<Result<OwnSwitch, 'switch-not-found' | 'stale-version'>> {
  const stored = await switchStore(table).find(switchId);
  const side = stored && sideOf(stored.entity, caller);
  if (!stored || !side) return refuse('missing', 'switch-not-found');
  if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');
  return accept({ stored, side, deadlines: await deadlineStore(table).ofSwitch(switchId) });
}

/** What a step of a switch rests on: the switch, both providers, and the routine of the day. */
export type SwitchStep = OwnSwitch & Routine & { readonly leaving: Provider; readonly joining: Provider };

export async function bothProviders(
  { leavingId, joiningId }: Pick<Switch, 'leavingId' | 'joiningId'>,
  { table }: Deps,
): Promise<Result<Pick<SwitchStep, 'leaving' | 'joining'>, 'provider-not-found'>> {
  const leaving = (await providerStore(table).find(leavingId))?.entity;
  const joining = (await providerStore(table).find(joiningId))?.entity;
  return leaving && joining ? accept({ leaving, joining }) : refuse('missing', 'provider-not-found');
}

export async function switchStep(
  switchId: string,
  asked: Asked,
  deps: Deps,
): Promise<
  Result<SwitchStep, 'switch-not-found' | 'stale-version' | 'not-set-up' | 'no-routine-in-force' | 'provider-not-found'>
> {
  const own = await ownSwitch(switchId, asked, deps);
  if (!own.ok) return own;
  const routine = await routineOn(deps.table, dateOf(asked.at));
  if (!routine.ok) return routine;
  const providers = await bothProviders(own.value.stored.entity, deps);
  return providers.ok ? accept({ ...own.value, ...routine.value, ...providers.value }) : providers;
}
