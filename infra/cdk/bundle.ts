import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { keepsAnswers } from './grants.ts';
import type { Group } from './groups.ts';

const root = join(import.meta.dirname, '../..');

export type Bundle = {
  readonly id: string;
  /** What is deployed: `index.mjs`, the pieces that it imports, and the fonts where PDFs are made. */
  readonly folder: string;
  /** What is loaded when the function starts, and all that it may come to load. */
  readonly bytes: { readonly atStart: number; readonly inAll: number };
  /** Every file that something of is loaded at its start, from the root of the repository. */
  readonly inputs: readonly string[];
};

/** Packages written as CommonJS ask for `require` inside an ES module. */
const banner = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/** The one file a function starts in: its entries by name, in the runtime's hands. */
const startFileOf = ({ members }: Group): string =>
  [
    "import { lambdaFor } from './shared/aws/lambda.ts';",
    "import { behindFront } from './infra/cdk/front/behind-front.ts';",
    "import { knownAs } from './infra/cdk/front/known-as.ts';",
    ...members.map(({ key, entry }) => `import { ${key} } from './${entry.entry}';`),
    `export const handler = behindFront(knownAs(lambdaFor({ ${members.map(({ key }) => key).join(', ')} })));`,
  ].join('\n');

const startFiles = (groups: readonly Group[]): Plugin => ({
  name: 'start files',
  setup({ onResolve, onLoad }) {
    const byId = new Map(groups.map((group) => [group.id, group]));
    onResolve({ filter: /^start:/ }, ({ path }) => ({ path: path.slice('start:'.length), namespace: 'start' }));
    onLoad({ filter: /.*/, namespace: 'start' }, ({ path }) => {
      const group = byId.get(path);
      return group && { contents: startFileOf(group), loader: 'ts', resolveDir: root };
    });
  },
});

/** The unpacking of WOFF2 fonts is half a megabyte, and the fonts here are TTF. */
const withoutWoff2: Plugin = {
  name: 'without WOFF2',
  setup({ onLoad }) {
    const contents = "module.exports = () => { throw new Error('no WOFF2 here'); };";
    onLoad({ filter: /\/brotli\/decompress\.js$/ }, () => ({ contents, loader: 'js' }));
  },
};

/**
 * A sender's logo (BIMI) is of no use here, and its verifier fetches pictures and certificates from wherever the sender
 * says: half a megabyte, and a way out.
 */
const withoutLogos: Plugin = {
  name: 'without logos',
  setup({ onLoad }) {
    const contents =
      "module.exports = { bimi: async () => false, validateVMC: () => { throw new Error('no logos here'); } };";
    onLoad({ filter: /\/mailauth\/lib\/bimi\/index\.js$/ }, () => ({ contents, loader: 'js' }));
  },
};

/** What the runtime loads when it is first needed, and who ever needs it. What nobody here knows of goes everywhere. */
const parts: Readonly<Record<string, (group: Pick<Group, 'reach' | 'routes'>) => boolean>> = {
  'shared/aws/parts/documents.ts': ({ reach }) => reach.files !== undefined || keepsAnswers(reach),
  'shared/aws/parts/sealing.ts': ({ reach }) => reach.signing?.includes('seal') ?? false,
  // A person signs with a sign-in of their own; the clock seals without one.
  'shared/aws/parts/id-tokens.ts': ({ reach, routes }) =>
    routes.length > 0 && (reach.signing?.includes('seal') ?? false),
  'shared/aws/parts/publishing.ts': ({ reach: { signing } }) => signing !== undefined && !signing.includes('seal'),
  'shared/aws/parts/identity.ts': ({ reach }) => reach.identity !== undefined,
  'shared/aws/parts/mail.ts': ({ reach }) => reach.mails ?? false,
};

type Outputs = Metafile['outputs'];

/** An output with all that it imports at once; `later` asks of each thing that is loaded later whether to follow it. */
function closure(outputs: Outputs, from: string, later: (entryPoint: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (!external && (kind !== 'dynamic-import' || later(outputs[next]?.entryPoint ?? ''))) follow(next);
  };
  follow(from);
  return found;
}

const fontsFrom = '/load-fonts.ts';
const fonts = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
];

/** Beside the function as they are installed here, so that they are found in the same way. */
function layFonts(folder: string): void {
  for (const font of fonts) {
    const to = join(folder, 'node_modules', font);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(root, 'node_modules', font), to);
  }
}

/**
 * Every function in one call, what they share in shared pieces; each function is laid with the pieces that it can come
 * to and no other, so that one without a right to send mail has not the means either. Source maps are kept apart: they
 * serve whoever reads an error, not the function.
 */
export async function bundle(groups: readonly Group[], out = join(root, 'out/dist')): Promise<readonly Bundle[]> {
  rmSync(out, { recursive: true, force: true });
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: groups.map(({ id }) => ({ in: `start:${id}`, out: id })),
    plugins: [startFiles(groups), withoutWoff2, withoutLogos],
    alias: { '@aws-sdk/credential-provider-node': join(root, 'infra/cdk/lean/credentials.ts') },
    outdir: out,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'pieces/[hash]',
    splitting: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    banner: { js: banner },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const { outputs } = metafile;
  const contents = new Map(outputFiles.map((file) => [relative(root, file.path), file.contents]));
  const write = (path: string, of: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents.get(of) ?? '');
  };
  for (const path of contents.keys()) if (path.endsWith('.map')) write(join(out, 'maps', basename(path)), path);

  const sizeOf = (paths: ReadonlySet<string>) => [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  return groups.map((group) => {
    const { id } = group;
    const folder = join(out, 'functions', id);
    const start = relative(root, join(out, `${id}.mjs`));
    const atStart = closure(outputs, start, () => false);
    const inAll = closure(outputs, start, (part) => parts[part]?.(group) ?? true);
    for (const path of inAll) write(join(folder, path === start ? 'index.mjs' : relative(out, join(root, path))), path);
    const inputs = [...atStart].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
    if (inputs.some((input) => input.endsWith(fontsFrom))) layFonts(folder);
    return { id, folder, bytes: { atStart: sizeOf(atStart), inAll: sizeOf(inAll) }, inputs };
  });
}
