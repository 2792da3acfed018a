import type { Line } from '../../functions/months/lines/line.ts';
import type { Switch } from '../../functions/switches/switch.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import { type Instant, instantAt } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';

/** A local time as an instant: `at('2026-11-02 08:00')`. */
export const at = (local: string): Instant => instantAt(local.slice(0, 10), local.slice(11));

/** An order sent to P1 on Wednesday 16 September 2026 at 15:20, for which nothing has been done; name only what the test is about. */
export const anOrder = (over: Partial<Order> = {}): Order => ({
  id: 'B-1',
  caseNo: 'A-1',
  providerId: 'P1',
  officerId: 'O1',
  services: [{ code: 'OMV', minutesPerMonth: 600 }],
  from: '2026-09-16',
  to: null,
  urgent: false,
  state: 'placed',
  placedAt: '2026-09-16T13:20:00.000Z',
  confirmBy: '2026-09-17T13:20:00.000Z',
  startBy: '2026-09-17T13:20:00.000Z',
  ...over,
});

/** That order's confirmation, open. */
export const aDeadline = (over: Partial<Deadline> = {}): Deadline => ({
  code: 'D01',
  rule: 'L-12',
  subject: { kind: 'order', orderId: 'B-1', caseNo: 'A-1', providerId: 'P1', officerId: 'O1' },
  owner: 'provider:P1',
  hard: true,
  dueAt: '2026-09-17T13:20:00.000Z',
  remindAt: '2026-09-17T01:20:00.000Z',
  why: [{ rule: 'L-12', text: 'Mottagandet bekräftas inom 24 timmar.' }],
  state: 'open',
  ...over,
});

/** A letter to P1 about that order, waiting to be sent. */
export const aLetter = (over: Partial<Letter> = {}): Letter => ({
  id: 'brev-1',
  kind: 'N01',
  to: 'p1@utforare.example',
  fields: {
    municipality: 'Exempelkommun',
    provider: 'Omsorg Ett AB',
    caseNo: 'A-1',
    orderId: 'B-1',
    due: '2026-09-17T13:20:00.000Z',
    link: 'https://utfort.example/#/bestallningar/B-1',
  },
  queuedAt: '2026-09-16T13:20:00.000Z',
  state: 'waiting',
  ...over,
});

type LineOver = Partial<Omit<Line, 'proposal'>> & { readonly proposal?: Partial<Line['proposal']> };

/** A case of the month that matches: 600 granted, 480 performed and proposed. */
export const aLine = ({ proposal, ...over }: LineOver = {}): Line => ({
  caseNo: 'A-1',
  officerId: 'O1',
  granted: 600,
  ordered: 480,
  performed: 480,
  absence: 0,
  submitted: 480,
  contacts: [],
  version: 1,
  ...over,
  proposal: { charged: 480, topUp: 0, status: 'MATCH', unpaid: {}, faults: [], warnings: [], ...proposal },
});

const saidAt = at('2026-09-01 10:30');

/** A switch of which both providers were told on Tuesday 1 September 2026 at 10:30, from P1 to P2. */
export const aSwitch = (over: Partial<Switch> = {}): Switch => ({
  ...{ id: 'byte-1', caseNo: 'A-1', officerId: 'O1', leavingId: 'P1', joiningId: 'P2', state: 'told' },
  ...{ requested: { at: saidAt, by: 'O1' }, toldAt: saidAt, mode: 'ORAL', noContact: false, warnings: [] },
  told: { at: saidAt, by: 'O1', outAt: saidAt, inAt: saidAt, channels: { out: 'EMAIL', in: 'SYSTEM' } },
  ...over,
});
