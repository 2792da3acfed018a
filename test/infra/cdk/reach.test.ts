import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reach } from '../../../functions/reach.ts';
import { registry } from '../../../functions/registry.ts';
import { partitions, type Reach } from '../../../functions/way-in.ts';
import { groupsOf } from '../../../infra/cdk/groups.ts';
import { busyMonth } from './a-busy-month.ts';
import { neverRan, type Seen, watchedWays } from './recorder.ts';

const root = join(import.meta.dirname, '../../..');

/** A line of `reach` in the words of the recorder. */
const wordsOf = ({ reads, writes, deletes = [], files, identity = [], signing = [], mails }: Reach): string[] => [
  ...reads.map((partition) => `reads ${partition}`),
  ...writes.map((partition) => `writes ${partition}`),
  ...deletes.map((partition) => `deletes ${partition}`),
  ...(files?.reads ?? []).map((bucket) => `reads file ${bucket}`),
  ...(files?.writes ?? []).map((bucket) => `writes file ${bucket}`),
  ...identity.map((verb) => `identity ${verb}`),
  ...signing.map((verb) => `signing ${verb}`),
  ...(mails ? ['mails'] : []),
];

/** Sealing and recognising both make keyed hashes; a function that only makes them recognises. */
const identityOf = (deeds: ReadonlySet<string>): string[] =>
  [...deeds].flatMap((deed) => {
    if (deed !== 'identity blind') return [deed];
    return deeds.has('identity seal') ? [] : ['identity recognise'];
  });

/** What no month of the demo comes to, and why the right is there all the same. */
const rare = [
  'months-sign deletes MONTH#',
  // The clock comes days late, when the joining order is over already and something new goes on at the provider that was
  // left: what the switch gave is taken back.
  'switches-job deletes CASE#',
  // Somebody gives the provider less in the very moment in which the case is moved: what was read would take it past its
  // ceiling again, and the letters about that are made before the commit is lost.
  ...['PROVIDER#', 'ROLE#'].map((word) => `caseloads-write reads ${word}`),
  'caseloads-job reads PROVIDER#',
  // A statement too large for an item is invoiced in the minute before it is among the records: it is read where it waits.
  'invoices-write reads file documents',
  // So many purchases go on that one look does not come to the end of them.
  'purchases-job writes PURCHASES',
];

describe('how far each function reaches', () => {
  let seen: Seen;
  let ran: ReadonlySet<string>;
  beforeAll(async () => {
    const watched = await watchedWays();
    await busyMonth(watched.ways);
    ({ seen, ran } = watched);
  }, 600_000);

  it('is tried by a month in which every entry is used', () => {
    expect(neverRan(ran)).toEqual([]);
  });

  it.each(Object.entries(reach))('%s reaches what it needs and nothing more', (id, line) => {
    const needed = identityOf(seen.get(id) ?? new Set()).sort();
    const granted = wordsOf(line).filter((word) => !rare.includes(`${id} ${word}`));
    expect(granted.sort()).toEqual(needed);
  });
});

/** What stands second in a key. */
const sortKeys = [
  ...[
    'ASSIGNMENT#',
    'CASE',
    'CEILING',
    'CHECK',
    'DEADLINE#',
    'DEPUTY#',
    'DECLINE#',
    'DECLINES',
    'DOCUMENT#',
    'DRAFT',
    'DRAFT#',
    'FEED',
    'FOLLOWUP#',
    'REPORT#',
    'ENTRY#',
    'HEAD',
    'IDENTITY',
    'INTENT',
    'LETTER',
    'LIST',
    'MEMBERSHIP#',
  ],
  ...[
    'MESSAGE#',
    'MUNICIPALITY',
    'NONE',
    'JOINING',
    'SWITCH',
    'SIDE#',
    'ORDER',
    'PAPER#',
    'PART#',
    'PROVIDER',
    'RECORD#',
    'SEALED',
    'SEARCHES',
    'UNIT',
    'UPLOAD',
    'EDITION#',
    'VERDICT#',
  ],
  // Of bought hours, and of what is booked.
  ...['PURCHASE', 'CONSENT#', 'FORWARDING#', 'BASIS', 'TIME#', 'VOUCHER', 'BOOKING', 'NUMBERS'],
  ...['BEGUN', 'CONTACT#', 'FACTS', 'IMPORT', 'MOVE', 'PERSON', 'ROWS#'],
  // What was seen in a month’s rows, and what was answered.
  ...['REMARKS#', 'REMARKED#'],
  // Of a month’s random sample.
  ...['DRAWN#', 'NOTE#', 'SAMPLE', 'SEED'],
  // Beside a purchase, a case and a pair of units.
  ...['AROUND#', 'ASSISTANCE', 'MEETING#', 'PAIR', 'WATCH'],
  // Of mail that comes in, and of the addresses that it comes from.
  ...['ADDRESS#', 'ANSWERED', 'HELD', 'MAIL', 'MAILED', 'PROOF', 'REPLY'],
  // A form of a month that was printed, and one that is filled in on a page.
  ...['PRINT', 'FILLING#'],
  // An invoice, what is live of a statement, and a number that a provider has used.
  ...['INVOICE', 'LEDGER#', 'NUMBER#'],
  // How far a file that is read in has come.
  ...['READING', 'PLANNED', 'RUNNING', 'DONE', 'FAILED'],
];

describe('the partitions', () => {
  it('are, with the sort keys, every word in capitals that a store spells', () => {
    const stores = globSync(['functions/**/*-store.ts', 'shared/stores/*.ts'], { cwd: root });
    const spelled = stores.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/[`']([A-Z]{3,}(?:#|(?=[`'])))/g)].map(
        ([, word = '']) => word,
      ),
    );
    const tops = partitions.map((partition) => partition.replace(/#.+$/, '#'));
    expect([...new Set(spelled)].sort()).toEqual([...new Set([...tops, ...sortKeys])].sort());
  });
});

describe('the groups', () => {
  const groups = groupsOf(registry);

  it('hold every entry once, with its capability and profile', () => {
    const members = groups.flatMap(({ capability, profile, members }) =>
      members.map(({ key, entry }) => [
        key,
        entry.entry.startsWith(`functions/${capability}/`),
        entry.profile === profile,
      ]),
    );
    expect(members.toSorted()).toEqual(
      Object.keys(registry)
        .sort()
        .map((key) => [key, true, true]),
    );
  });
});
