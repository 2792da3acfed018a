import { registry } from '../../functions/registry.ts';
import type { WayIn } from '../../functions/way-in.ts';
import type { Job } from '../../shared/http/job.ts';
import type { Endpoint } from '../../shared/http/spec.ts';

export type LoadedWay = { readonly key: string; readonly entry: WayIn; readonly run: Endpoint | Job };

const isWay = (value: unknown): value is Endpoint | Job =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'endpoint' || value.kind === 'job');

/** Loads every line of the registry; a line whose file does not export its own name stops the machine. */
export async function loadEntries(): Promise<readonly LoadedWay[]> {
  const lines: [string, WayIn][] = Object.entries(registry);
  return Promise.all(
    lines.map(async ([key, entry]) => {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ `../../${entry.entry}`);
      const run = module[key];
      if (!isWay(run)) throw new Error(`${entry.entry} does not export ${key}`);
      return { key, entry, run };
    }),
  );
}
