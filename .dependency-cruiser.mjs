import { registry } from './functions/registry.ts';

/** The files that the registry names: the only ways in. */
const entries = `^(${[...new Set(Object.values(registry).map(({ entry }) => entry))].join('|').replaceAll('.', '\\.')})$`;
const stores = '^functions/.+-store\\.ts$';
const loaders = '^functions/.+/load-[^/]+\\.ts$';
const steps = '^functions/.+-step\\.ts$';
/** The capabilities, each above those that it may know, so that none ever waits for one that waits for it. */
const floors = [
  ...['documents', 'people', 'letters', 'messages', 'deadlines', 'choices'],
  ...[
    'orders',
    'switches',
    'providers',
    'months',
    'caseloads',
    'bookings',
    'invoices',
    'purchases',
    'mail',
    'settings',
  ],
];
const above = floors.slice(0, -1).map((lower, n) => [lower, floors.slice(n + 1)]);
/** Where a way in is declared, and where all of them are added up. */
const declarations = '^functions/(registry|reach|way-in|[^/]+/ways)\\.ts$';
/** What one capability shows the others: values for whoever decides, steps for whoever acts. */
const doors = '^functions/[^/]+/door\\.ts$';
const impure = [entries, stores, loaders, steps];
/** What only whoever acts has a use for: effects, letters, turns, files, the count of a provider's room. */
const acting = '^shared/steps/';
const pureShared = '^shared/(domain|packs|messages)/';

/**
 * The house's rules about who may know whom. `test/architecture.test.ts` runs them on the tree, and each of them on a
 * planted violation.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'domain-knows-only-itself',
      comment: 'Values and their rules: no outside, no clock, no store. Packs and messages are data beside it.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { pathNot: ['^shared/domain/', '(^|/)node_modules/(zod|temporal-polyfill|jose|canonicalize)/'] },
    },
    {
      name: 'time-zones-in-one-place',
      severity: 'error',
      from: { pathNot: '^(shared/domain/local-time\\.ts$|test/)' },
      to: { path: '(^|/)node_modules/temporal-polyfill/' },
    },
    {
      name: 'packs-are-data',
      severity: 'error',
      from: { path: '^shared/packs/' },
      to: { pathNot: [pureShared, '(^|/)node_modules/zod/'] },
    },
    {
      name: 'workbooks-are-bytes',
      comment: 'From bytes to values and back: no file, no network, nothing of the house.',
      severity: 'error',
      from: { path: '^shared/workbook/' },
      to: {
        pathNot: ['^shared/workbook/', '(^|/)node_modules/(yauzl|@types/yauzl|hucre)/', '^(node:)?(buffer|zlib)$'],
      },
    },
    {
      name: 'pure-knows-only-pure',
      comment: 'A file of a capability that is no entry, store, loader or step decides; it never reaches out.',
      severity: 'error',
      from: { path: '^functions/', pathNot: [...impure, declarations] },
      to: {
        pathNot: [
          pureShared,
          '^shared/pdf/(tagged-pdf|paged-form|form-room)\\.ts$',
          '^shared/pdf/reading/',
          '^shared/workbook/',
          '^functions/',
          '(^|/)node_modules/(zod|csv-stringify|pdfkit|@types/pdfkit|saxes|tldts)/',
          '^(node:)?(buffer|stream/consumers)$',
        ],
      },
    },
    {
      name: 'pure-never-the-impure',
      severity: 'error',
      from: { path: '^functions/', pathNot: [...impure, doors] },
      to: { path: impure },
    },
    {
      name: 'capabilities-by-their-doors',
      comment: 'A capability knows another by its `door.ts` alone; what all write is in shared/stores.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/[^/]+/', pathNot: ['^functions/$1/', doors] },
    },
    {
      name: 'doors-stand-at-the-top',
      comment: 'A capability does not come in by its own door.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/$1/door\\.ts$' },
    },
    ...above.map(([lower, uppers]) => ({
      name: 'doors-lead-down',
      comment: `${lower} stands below ${uppers.join(', ')}.`,
      severity: 'error',
      from: { path: `^functions/${lower}/` },
      to: { path: `^functions/(${uppers.join('|')})/` },
    })),
    {
      name: 'loaders-only-read',
      comment: 'A loader, like a store, is below what acts: only an entry or a step says what an act comes to.',
      severity: 'error',
      from: { path: [loaders, stores] },
      to: { path: [steps, acting] },
    },
    {
      name: 'entries-apart',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: entries },
    },
    {
      name: 'registry-knows-types',
      severity: 'error',
      comment: 'What adds up the ways in, and what they are said in, runs nothing of what it names.',
      from: { path: declarations },
      to: { pathNot: [declarations, '^shared/domain/role-kinds\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-below-functions',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^functions/', pathNot: '^functions/(registry|way-in)\\.ts$' },
    },
    {
      name: 'inside-knows-no-outside',
      severity: 'error',
      from: { path: '^(functions|shared)/' },
      to: { path: '^(infra|portal|test)/' },
    },
    {
      name: 'portal-knows-types',
      comment: 'Of the inside the portal takes types; what it runs itself is values and their rules.',
      severity: 'error',
      from: { path: '^portal/' },
      to: { path: '^(functions|shared)/', pathNot: '^shared/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'portal-in-a-browser',
      comment: 'Its own files and a few packages; nothing of a server, nothing that is not in the budget.',
      severity: 'error',
      from: { path: '^portal/', pathNot: '^portal/vite\\.config\\.ts$' },
      to: {
        pathNot: [
          '^(portal|functions|shared)/',
          '(^|/)node_modules/(preact|oauth4webapi|qr|@digdir/designsystemet-css)/',
        ],
      },
    },
    {
      name: 'portal-on-its-own',
      comment: 'It is built into files, and only its tests know the code.',
      severity: 'error',
      from: { pathNot: '^(portal|test)/' },
      to: { path: '^portal/' },
    },
    {
      name: 'middy-in-http',
      severity: 'error',
      from: { pathNot: '^shared/http/' },
      to: { path: '(^|/)node_modules/@middy/' },
    },
    {
      name: 'aws-sdk-in-aws',
      severity: 'error',
      from: { pathNot: '^(shared/aws|test)/' },
      to: { path: '(^|/)@aws-sdk/' },
    },
    {
      name: 'cdk-in-cdk',
      severity: 'error',
      from: { pathNot: '^(infra/cdk|test)/' },
      to: { path: '(^|/)(aws-cdk-lib|constructs)(/|$)' },
    },
    {
      name: 'sqlite-on-one-machine',
      severity: 'error',
      from: { pathNot: '^(shared/embedded|infra/local|test)/' },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'adapters-only-in-runtimes',
      comment: 'Who uses a port does not know which adapter is behind it.',
      severity: 'error',
      from: { path: '^(functions|shared)/', pathNot: '^shared/(embedded|aws)/' },
      to: { path: '^shared/(embedded|aws)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    builtInModules: { add: ['node:sqlite', 'sqlite'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
