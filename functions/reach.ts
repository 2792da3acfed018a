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

/** One capability's lines by the names of its functions: `orders-read`. */
type Named<C extends string, Lines> = { readonly [P in keyof Lines & string as `${C}-${P}`]: Lines[P] };
const named = <C extends string, Lines extends object>(capability: C, lines: Lines) =>
  Object.fromEntries(Object.entries(lines).map(([profile, line]) => [`${capability}-${profile}`, line])) as Named<
    C,
    Lines
  >;

/** How far each function reaches: one function for a capability's ways in of one grant profile. */
export const reach = {
  ...named('orders', orders.reach),
  ...named('choices', choices.reach),
  ...named('switches', switches.reach),
  ...named('documents', documents.reach),
  ...named('months', months.reach),
  ...named('deadlines', deadlines.reach),
  ...named('letters', letters.reach),
  ...named('people', people.reach),
  ...named('messages', messages.reach),
  ...named('settings', settings.reach),
  ...named('providers', providers.reach),
  ...named('caseloads', caseloads.reach),
  ...named('purchases', purchases.reach),
  ...named('bookings', bookings.reach),
  ...named('invoices', invoices.reach),
  ...named('mail', mail.reach),
} as const;
export type GroupId = keyof typeof reach;
