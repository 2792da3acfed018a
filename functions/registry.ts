import * as bookings from './bookings/ways.ts';
import * as caseloads from './caseloads/ways.ts';
import * as choices from './choices/ways.ts';
import * as deadlines from './deadlines/ways.ts';
import * as documents from './documents/ways.ts';
import * as invoices from './invoices/ways.ts';
import * as letters from './letters/ways.ts';
import * as mail from './mail/ways.ts';
import * as messages from './messages/ways.ts';
import * as months from './months/ways.ts';
import * as orders from './orders/ways.ts';
import * as people from './people/ways.ts';
import * as providers from './providers/ways.ts';
import * as purchases from './purchases/ways.ts';
import * as settings from './settings/ways.ts';
import * as switches from './switches/ways.ts';

/**
 * Every way into the system, added up from what each capability says of its own in `ways.ts`. The local machine mounts
 * it, the tests walk it, the cloud deploys from it; nothing else names a route, a role, a schedule or a right.
 */
export const registry = {
  ...orders.ways,
  ...choices.ways,
  ...switches.ways,
  ...documents.ways,
  ...months.ways,
  ...deadlines.ways,
  ...letters.ways,
  ...people.ways,
  ...messages.ways,
  ...settings.ways,
  ...providers.ways,
  ...caseloads.ways,
  ...purchases.ways,
  ...bookings.ways,
  ...invoices.ways,
  ...mail.ways,
} as const;
export type EntryKey = keyof typeof registry;
