import { setFlagsFromString } from 'node:v8';

/**
 * `check`, in little memory: most of what a dry run makes is used once and dropped, so a small room for young objects
 * costs no time and keeps a large file within its 128 MB. Set before anything else is read.
 */
export async function run(args: readonly string[]): Promise<number> {
  setFlagsFromString('--max-semi-space-size=1');
  setFlagsFromString('--semi-space-growth-factor=1');
  const { check } = await import('./check-files.ts');
  return check(args);
}
