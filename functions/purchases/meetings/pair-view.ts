import * as z from 'zod';
import { DeadlineView, deadlineView } from '../../../shared/domain/deadline-view.ts';
import { dateOf, type Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { OwnUnit } from '../../../shared/domain/own-unit.ts';
import { meetingsLeft } from '../around/meetings.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { askedIn, leftIn, mayMeet, type Pair, PairId, PairMeeting, unitsIn } from './pair.ts';

const Party = z.object({ id: z.string(), name: z.string() });

/** Two units, and how far they have come with a year's meetings. */
export const PairView = z
  .object({
    id: PairId,
    ordering: Party,
    receiving: Party,
    year: z.string(),
    asked: z.int().meta({ description: 'How many meetings this year' }),
    left: z.int().meta({ description: 'How many are still to be held' }),
    remindOn: z.array(LocalDate),
    planned: z.array(LocalDate).meta({ description: 'The days of meetings that are planned and not yet noted' }),
    next: z.array(z.string()).meta({ description: 'What the caller may do next, by the names of the ways in' }),
  })
  .meta({ id: 'UnitPair' });

/** The same with its meetings, the latest first. */
export const PairWithMeetings = PairView.extend({
  meetings: z.array(PairMeeting),
  deadlines: z.array(DeadlineView),
}).meta({ id: 'UnitPairMeetings' });

/** What is looked at of a pair. */
type Seen = {
  readonly id: string;
  readonly stored: { readonly entity: Pair } | undefined;
  readonly units: { readonly ordering: OwnUnit; readonly receiving: OwnUnit };
  readonly pack: BuyingPack;
  readonly meetings: readonly PairMeeting[];
};

type Seeing = { readonly role: string; readonly unitId?: string | undefined; readonly at: Instant };

export function pairView(pair: Seen, { at, ...who }: Seeing): z.infer<typeof PairView> {
  const { id, units, meetings, pack, stored } = pair;
  const year = dateOf(at).slice(0, 4);
  const standing = stored?.entity ?? { id, ...unitsIn(id), since: dateOf(at), year };
  const waiting = meetings.filter(({ held }) => !held);
  const isManager = mayMeet(standing, who).ok;
  return {
    id,
    ordering: { id: units.ordering.id, name: units.ordering.name },
    receiving: { id: units.receiving.id, name: units.receiving.name },
    year,
    asked: askedIn(standing, year, pack),
    left: leftIn(standing, meetings, year, pack),
    remindOn: [...meetingsLeft([], year, pack).remindOn],
    planned: waiting.map(({ on }) => on).toSorted(),
    next: isManager ? ['planMeeting', ...(waiting.length > 0 ? ['holdMeeting'] : [])] : [],
  };
}

export const pairWithMeetings = (
  pair: Seen,
  seeing: Seeing,
  {
    meetings,
    deadlines,
  }: Pick<Seen, 'meetings'> & { readonly deadlines: readonly Parameters<typeof deadlineView>[0][] },
): z.infer<typeof PairWithMeetings> => ({
  ...pairView({ ...pair, meetings }, seeing),
  meetings: meetings.toSorted((one, other) => (`${one.on}${one.id}` < `${other.on}${other.id}` ? 1 : -1)),
  deadlines: deadlines.map(deadlineView),
});
