import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What the portal's files are made of. */
const sources = ['portal/**/*', 'shared/domain/**/*.ts', 'package-lock.json'];

/** Where the built portal stands. */
export const portalFolder = join(root, 'out/portal');

const changedAt = (path: string): number => statSync(join(root, path)).mtimeMs;

function isCurrent(): boolean {
  const built = join(portalFolder, 'index.html');
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return globSync(sources, { cwd: root }).every((path) => changedAt(path) <= builtAt);
}

/**
 * The folder of the built portal, built first when it is missing or older than its sources. Built beside and put in
 * place whole, so that two who build at once do not see each other's halves.
 */
export async function buildPortal(): Promise<string> {
  if (isCurrent()) return portalFolder;
  const { build } = await import('vite');
  const outDir = `${portalFolder}-${process.pid}`;
  await build({ configFile: join(root, 'portal/vite.config.ts'), logLevel: 'silent', build: { outDir } });
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(portalFolder, { recursive: true, force: true });
  try {
    renameSync(outDir, portalFolder);
  } catch (failure) {
    // Another process has put the same files in place in between.
    rmSync(outDir, { recursive: true, force: true });
    if (!isCurrent()) throw failure;
  }
  return portalFolder;
}
