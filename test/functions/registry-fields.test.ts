import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reach } from '../../functions/reach.ts';
import { registry } from '../../functions/registry.ts';
import { partitions, type Reach, type WayIn } from '../../functions/way-in.ts';
import { groupsOf } from '../../infra/cdk/groups.ts';
import { apiRoutes } from '../../infra/cdk/routes.ts';
import { Role } from '../../shared/domain/roles.ts';
import { waysTable } from '../support/ways-table.ts';

type Lines = Readonly<Record<string, WayIn>>;
type Reaches = Readonly<Record<string, Reach>>;

const lines: Lines = registry;
const reaches: Reaches = reach;
const approved = readFileSync(join(import.meta.dirname, 'ways.md'), 'utf8');

/** A line with one of its fields changed, each once; of its roles, each taken away and each other given. */
function mutants(line: WayIn): readonly (readonly [field: string, WayIn])[] {
  const { on } = line;
  const changed: [string, WayIn][] = [
    ['profile', { ...line, profile: line.profile === 'read' ? 'write' : 'read' }],
    ['harm', { ...line, harm: `${line.harm} today` }],
    ['entry', { ...line, entry: 'functions/orders/placing/another.ts' }],
  ];
  if ('schedule' in on) return [...changed, ['schedule', { ...line, on: { schedule: 'rate(7 days)' } }]];
  if ('stream' in on)
    return [...changed, ['stream', { ...line, on: { stream: on.stream === 'letters' ? 'records' : 'letters' } }]];
  if (!('http' in on)) return [...changed, ['event', { ...line, on: { stream: 'letters' } }]];
  const { http, roles } = on;
  const held: readonly Role[] = roles === 'everyone' ? [] : roles;
  const others = Role.options.map((role) =>
    held.includes(role) ? held.filter((one) => one !== role) : [...held, role],
  );
  return [
    ...changed,
    ['http', { ...line, on: { http: `${http}/more`, roles } }],
    ['roles', { ...line, on: { http, roles: roles === 'everyone' ? [Role.options[0] ?? 'head'] : 'everyone' } }],
    ...others.flatMap((some): [string, WayIn][] => {
      const [first, ...rest] = some;
      return first ? [[`roles ${some.join(' ')}`, { ...line, on: { http, roles: [first, ...rest] } }]] : [];
    }),
  ];
}

/** A function's line of rights with one word more or less in each of its fields. */
function wider(line: Reach): readonly (readonly [field: string, Reach])[] {
  const toggled = <T>(all: readonly T[], some: readonly T[] = []) =>
    all.map((word) => (some.includes(word) ? some.filter((one) => one !== word) : [...some, word]));
  const buckets = ['incoming', 'documents', 'records'] as const;
  return [
    ...toggled(partitions, line.reads).map((reads) => ['reads', { ...line, reads }] as const),
    ...toggled(partitions, line.writes).map((writes) => ['writes', { ...line, writes }] as const),
    ...toggled(partitions, line.deletes).map((deletes) => ['deletes', { ...line, deletes }] as const),
    ...toggled(buckets, line.files?.reads).map(
      (reads) => ['files', { ...line, files: { ...line.files, reads } }] as const,
    ),
    ...toggled(buckets, line.files?.writes).map(
      (writes) => ['files', { ...line, files: { ...line.files, writes } }] as const,
    ),
    ...toggled(['seal', 'open', 'recognise'] as const, line.identity).map(
      (identity) => ['identity', { ...line, identity }] as const,
    ),
    ...toggled(['seal', 'publish'] as const, line.signing).map((signing) => ['signing', { ...line, signing }] as const),
    ['mails', { ...line, mails: line.mails ? undefined : true }],
  ];
}

/** What the cloud is made of, but for the rights, which `statementsOf` makes of `reach` word by word. */
const cloudOf = (some: Lines): string =>
  JSON.stringify([groupsOf(some, everywhere), [...apiRoutes(groupsOf(some, everywhere))]]);
/** Every function that a changed line could end up in. */
const everywhere: Reaches = Object.fromEntries(
  [...new Set(Object.keys(reach).map((id) => id.split('-')[0]))].flatMap((capability) =>
    (['read', 'write', 'sign', 'seal', 'publish', 'identity', 'job'] as const).map((profile) => [
      `${capability}-${profile}`,
      { reads: [], writes: [] },
    ]),
  ),
);

describe('the registry', () => {
  it('is as it has been approved: npm run ways writes down what it is now, to be read', () => {
    expect(waysTable(lines, reaches)).toBe(approved);
  });

  it('says nothing that may be changed unseen', () => {
    const unseen = Object.entries(lines).flatMap(([key, line]) =>
      mutants(line)
        .filter(([, mutant]) => waysTable({ ...lines, [key]: mutant }, reaches) === approved)
        .map(([field]) => `${key}.${field}`),
    );
    expect(unseen).toEqual([]);
  });

  it('grants no right that may be changed unseen', () => {
    const unseen = Object.entries(reaches).flatMap(([id, line]) =>
      wider(line)
        .filter(([, mutant]) => waysTable(lines, { ...reaches, [id]: mutant }) === approved)
        .map(([field]) => `${id}.${field}`),
    );
    expect(unseen).toEqual([]);
  });

  it('says nothing that the cloud is not made of, but for who comes in, which the chain asks', () => {
    const before = cloudOf(lines);
    const unread = Object.entries(lines).flatMap(([key, line]) =>
      mutants(line)
        .filter(([field]) => !field.startsWith('roles '))
        .filter(([, mutant]) => cloudOf({ ...lines, [key]: mutant }) === before)
        .map(([field]) => `${key}.${field}`),
    );
    expect(unread).toEqual([]);
  });
});
