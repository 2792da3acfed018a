import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { registry } from '../functions/registry.ts';

const root = join(import.meta.dirname, '..');
const { default: config }: { default: IConfiguration } = await import(join(root, '.dependency-cruiser.mjs'));
const forbidden = config.forbidden ?? [];

type Planted = Readonly<Record<string, string>>;

async function brokenRules(folder: string, places: string[]): Promise<readonly string[]> {
  const options: ICruiseOptions = { ...config.options, baseDir: folder, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(places, options);
  if (typeof output === 'string') throw new Error('cruised to text');
  const result: ICruiseResult = output;
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** A small tree of its own in which one rule is broken, and what the rules say of it. */
async function plant(files: Planted): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{"compilerOptions":{"module":"NodeNext","allowImportingTsExtensions":true,"noEmit":true}}',
    );
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await brokenRules(folder, [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const empty = 'export const nothing = 0;\n';
const entry = registry.placeOrder.entry;

const violations: readonly (readonly [rule: string, Planted])[] = [
  ['domain-knows-only-itself', { 'shared/domain/a.ts': `import 'node:fs';\n${empty}` }],
  ['time-zones-in-one-place', { 'shared/domain/a.ts': `import 'temporal-polyfill';\n${empty}` }],
  ['packs-are-data', { 'shared/packs/a.ts': "import '../ports/b.ts';", 'shared/ports/b.ts': empty }],
  ['workbooks-are-bytes', { 'shared/workbook/a.ts': `import 'node:fs';\n${empty}` }],
  ['pure-knows-only-pure', { 'functions/orders/order.ts': `import 'node:fs';\n${empty}` }],
  [
    'pure-never-the-impure',
    { 'functions/months/month.ts': "import './month-store.ts';", 'functions/months/month-store.ts': empty },
  ],
  [
    'capabilities-by-their-doors',
    { 'functions/switches/load-x.ts': "import '../orders/order.ts';", 'functions/orders/order.ts': empty },
  ],
  [
    'doors-stand-at-the-top',
    { 'functions/orders/load-x.ts': "import './door.ts';", 'functions/orders/door.ts': empty },
  ],
  [
    'doors-lead-down',
    { 'functions/orders/load-x.ts': "import '../months/door.ts';", 'functions/months/door.ts': empty },
  ],
  [
    'doors-lead-down',
    { 'functions/people/load-x.ts': "import '../letters/door.ts';", 'functions/letters/door.ts': empty },
  ],
  [
    'capabilities-by-their-doors',
    {
      'functions/switches/date/plan-step.ts': "import '../../orders/steps/order-step.ts';",
      'functions/orders/steps/order-step.ts': empty,
    },
  ],
  [
    'loaders-only-read',
    { 'functions/orders/load-x.ts': "import './order-step.ts';", 'functions/orders/order-step.ts': empty },
  ],
  [
    'loaders-only-read',
    {
      'functions/orders/steps/load-x.ts': "import '../../../shared/steps/effects.ts';",
      'shared/steps/effects.ts': empty,
    },
  ],
  [
    'loaders-only-read',
    { 'functions/orders/load-x.ts': "import '../../shared/steps/outbox.ts';", 'shared/steps/outbox.ts': empty },
  ],
  [
    'loaders-only-read',
    { 'functions/orders/order-store.ts': "import './order-step.ts';", 'functions/orders/order-step.ts': empty },
  ],
  [
    'pure-never-the-impure',
    { 'functions/orders/order.ts': "import './order-step.ts';", 'functions/orders/order-step.ts': empty },
  ],
  ['entries-apart', { 'functions/orders/load-x.ts': "import './placing/place-order.ts';", [entry]: empty }],
  [
    'registry-knows-types',
    {
      'functions/registry.ts': "import { nothing } from '../shared/domain/a.ts';\nexport const registry = { nothing };",
      'shared/domain/a.ts': empty,
    },
  ],
  [
    'shared-below-functions',
    { 'shared/stores/a.ts': "import '../../functions/orders/order.ts';", 'functions/orders/order.ts': empty },
  ],
  ['inside-knows-no-outside', { 'shared/stores/a.ts': "import '../../infra/local/b.ts';", 'infra/local/b.ts': empty }],
  [
    'portal-knows-types',
    { 'portal/a.ts': "import '../functions/orders/order.ts';", 'functions/orders/order.ts': empty },
  ],
  ['portal-in-a-browser', { 'portal/a.tsx': `import 'node:fs';\n${empty}` }],
  ['portal-on-its-own', { 'infra/local/a.ts': "import '../../portal/b.ts';", 'portal/b.ts': empty }],
  ['middy-in-http', { 'functions/orders/placing/place-order.ts': `import '@middy/core';\n${empty}` }],
  ['aws-sdk-in-aws', { 'shared/stores/a.ts': `import '@aws-sdk/client-s3';\n${empty}` }],
  ['cdk-in-cdk', { 'infra/local/a.ts': `import 'aws-cdk-lib';\n${empty}` }],
  ['sqlite-on-one-machine', { 'shared/stores/a.ts': `import 'node:sqlite';\n${empty}` }],
  ['adapters-only-in-runtimes', { 'shared/http/a.ts': "import '../embedded/b.ts';", 'shared/embedded/b.ts': empty }],
  ['no-circles', { 'shared/domain/a.ts': "import './b.ts';", 'shared/domain/b.ts': "import './a.ts';" }],
  ['nothing-missing', { 'shared/domain/a.ts': "import './gone.ts';" }],
];

/** What says that a file changes something: the verbs of the stores that make a change, and the table's own. */
const makesChange = /\.(?:save|add|open|reopen|queue|append|remove|notice|seal|setInFlight|commit)\(/;
const filesOf = (pattern: string) => globSync(pattern, { cwd: root }).sort();
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

describe('what the kinds of file do', () => {
  const loaders = filesOf('functions/**/load-*.ts');
  const steps = filesOf('functions/**/*-step.ts');

  it.each([
    ['deadlineStore(table).open(one, at)', true],
    ['caseStore(table).save(one, over)', true],
    ['orderStore(table).find(id)', false],
  ])('%s is known for a change or not', (line, is) => {
    expect(makesChange.test(line)).toBe(is);
  });

  it.each(loaders)('%s only reads', (path) => {
    expect(textOf(path)).not.toMatch(makesChange);
  });

  it.each(steps)('%s commits nothing by itself', (path) => {
    expect(textOf(path)).not.toMatch(/\.commit\(/);
  });

  it('nobody but the effects writes a row in the journal', () => {
    const writesRow = /\bjournalRow\(|\bjournalStore\([^)]*\)\.append\(/;
    const found = filesOf('{functions,shared}/**/*.ts').filter((path) => writesRow.test(textOf(path)));
    expect(found).toEqual(['shared/steps/effects.ts']);
  });

  it('is tried on something', () => {
    expect([loaders.length > 5, steps.length > 10]).toEqual([true, true]);
  });
});

/** What fewer use, and stays all the same: why. */
const staysShared: Readonly<Record<string, string>> = {
  'shared/stores/stated-months.ts': 'what months have stated is asked by those who stand below them',
  'shared/stores/reply-store.ts': 'letters open what a reply is about, and mail takes it',
};

describe('shared/domain and shared/stores', () => {
  const files = filesOf('shared/{domain,stores}/**/*.ts');
  const importers = filesOf('{functions,shared,infra,portal}/**/*.{ts,tsx}').filter(
    (path) => !path.endsWith('/door.ts'),
  );
  const users = new Map(files.map((path) => [path, new Set<string>()]));
  for (const path of importers)
    for (const [, from = ''] of textOf(path).matchAll(/from '(\.[^']+)'/g)) {
      const [room = '', part = ''] = path.split('/');
      // Among themselves they count for nothing: who uses the one that uses it does.
      const user = room === 'functions' ? part : `${room}/${part}`;
      if (user !== 'shared/domain' && user !== 'shared/stores') users.get(join(dirname(path), from))?.add(user);
    }
  const isShared = (some: ReadonlySet<string>) =>
    some.size >= 4 || [...some].some((user) => /^(shared|infra|portal)\//.test(user));
  /** What belongs to few capabilities, by its users, even by way of others of its kind. */
  const homeless = files.filter((path) => {
    const seen = new Set<string>();
    const all = new Set<string>();
    const follow = (one: string): void => {
      if (seen.has(one)) return;
      seen.add(one);
      for (const user of users.get(one) ?? []) all.add(user);
      for (const other of files)
        if (new RegExp(`/${one.split('/').at(-1)?.replaceAll('.', '\\.')}'`).test(textOf(other))) follow(other);
    };
    follow(path);
    return !isShared(all);
  });

  it('hold only what four capabilities or more have a use for, or the house itself', () => {
    const unknown = homeless.filter((path) => !(path in staysShared));
    expect(unknown.map((path) => `${path}: ${[...(users.get(path) ?? [])].join(' ')}`)).toEqual([]);
  });

  it('keep no excuse that is needed no more', () => {
    expect(Object.keys(staysShared).filter((path) => !homeless.includes(path))).toEqual([]);
  });
});

describe('the doors', () => {
  const doors = filesOf('functions/*/door.ts');
  const isImpure = (path: string) => /(?:-store|-step|\/load-[^/]+)\.ts$/.test(path) || entries.has(path);
  const entries = new Set<string>(Object.values(registry).map((line) => line.entry));
  /** What a door shows, and whether that comes from a file that reaches out. */
  const shown = new Map(
    doors.map((door) => [
      door,
      new Map(
        [...textOf(door).matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
          ([, names = '', from = '']) =>
            names
              .split(',')
              .map((name) => [name.replace('type ', '').trim(), isImpure(join(dirname(door), from))] as const),
        ),
      ),
    ]),
  );
  const users = filesOf('functions/*/**/*.ts').flatMap((path) =>
    [...textOf(path).matchAll(/import (?:type )?\{([^}]*)\} from '([^']*door\.ts)'/g)].map(
      ([, names = '', from = '']) => ({
        path,
        door: join(dirname(path), from),
        names: names.split(',').map((name) => name.replace('type ', '').trim()),
      }),
    ),
  );

  it('show what somebody takes, and nothing else', () => {
    const taken = new Set(users.flatMap(({ door, names }) => names.map((name) => `${door} ${name}`)));
    const all = [...shown].flatMap(([door, names]) => [...names.keys()].map((name) => `${door} ${name}`));
    expect(all.filter((one) => !taken.has(one))).toEqual([]);
    expect(all.length).toBeGreaterThan(5);
  });

  it('let what decides take values alone', () => {
    const wrong = users
      .filter(({ path }) => !isImpure(path))
      .flatMap(({ path, door, names }) =>
        names.filter((name) => shown.get(door)?.get(name)).map((name) => `${path} ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('have a floor each', () => {
    const all = filesOf('functions/*/ways.ts').map((path) => path.split('/')[1]);
    const ordered = new Set(
      forbidden.filter(({ name }) => name === 'doors-lead-down').map(({ from }) => `${from?.path}`),
    );
    expect(all.filter((one) => one !== 'settings' && !ordered.has(`^functions/${one}/`))).toEqual([]);
  });
});

describe('who may know whom', () => {
  it('holds in the whole tree', async () => {
    expect(await brokenRules(root, ['functions', 'shared', 'infra', 'portal'])).toEqual([]);
  });

  it.each(violations)('%s bites on a planted violation', async (rule, files) => {
    expect((await plant(files)).filter((broken) => broken.startsWith(`${rule}:`))).not.toEqual([]);
  });

  it('lets a capability in by the door of one below, and at its own loaders', async () => {
    const step = "import '../../orders/door.ts';\nimport '../load-x.ts';";
    const files = {
      'functions/switches/date/plan-step.ts': step,
      'functions/switches/load-x.ts': empty,
      'functions/orders/door.ts': empty,
    };
    expect(await plant(files)).toEqual([]);
  });

  it('leaves no rule without its planted violation', () => {
    const planted = [...new Set(violations.map(([rule]) => rule))].sort();
    expect(planted).toEqual([...new Set(forbidden.map(({ name }) => name))].sort());
  });
});
