import type { CatalogueShape } from '../catalogue-shape.ts';
import type { parts as sv } from '../sv/parts.ts';

export const parts: CatalogueShape<typeof sv> = {
  errors: (count) => (count === 1 ? 'One error needs to be put right' : `${count} errors need to be put right`),
  optional: 'optional',
  hours: 'hours',
  minutes: 'minutes',
  uploading: (percent) => `Sending, ${percent} per cent`,
  sortBy: (column) => `Sort by ${column}`,
  skipped: (minutes) =>
    `The clock goes from 02 to 03 that night, so there is no such time. It is taken as 03:${minutes}.`,
  sending: 'Sending',
  toCheck: 'Continue to the check',
  acceptStated: 'Yes, do it all the same',
  notYet: 'Not yet',
  change: 'Change',
  why: 'Why this date',
  by: (date) => `by ${date}`,
  lateSince: (date) => `was due ${date}`,
  met: (date) => `done ${date}`,
};
