import type { CatalogueShape } from '../../../messages/catalogue-shape.ts';
import type { sv } from './meetings-words-sv.ts';

export const en: CatalogueShape<typeof sv> = {
  title: 'Meetings',
  lead: 'Units that buy and perform hours for each other meet about the quality of the help and the work environment.',
  back: 'All purchases',
  none: 'No units are to meet.',
  pair: (one, other) => `${one} and ${other}`,
  left: (left, asked, year) =>
    left === 0 ? `The year’s meetings are held (${year}).` : `${left} of ${asked} meetings are left in ${year}.`,
  meetings: 'Meetings',
  meetingsNone: 'No meeting is planned.',
  plannedFor: (day) => `Planned for ${day}`,
  heldOn: (day) => `Held ${day}`,
  agenda: 'Agenda',
  plan: 'Plan a meeting',
  on: 'Day',
  onMissing: 'Give a day',
  agendaHint: 'Write no names.',
  planned: 'The meeting is planned. The other manager has been told.',
  hold: 'Note that the meeting is held',
  heldDay: 'Day of the meeting',
  who: 'Who came?',
  whoMissing: 'Choose who came, from both units',
  quality: 'About the quality of the help',
  environment: 'About the work environment',
  reason: 'Why a subject was left out',
  held: 'The meeting is noted.',
};
