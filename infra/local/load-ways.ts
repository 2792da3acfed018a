import { registry } from '../../functions/registry.ts';
import type { WayIn } from '../../functions/way-in.ts';
import type { Job } from '../../shared/http/job.ts';
import type { Endpoint } from '../../shared/http/spec.ts';

/** A way in as the registry says it, with the entry behind it. */
export type LoadedWay = { readonly key: string; readonly wayIn: WayIn; readonly entry: Endpoint | Job };

const isEntry = (value: unknown): value is Endpoint | Job =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'endpoint' || value.kind === 'job');

/** Loads the entry of every way in; one whose file does not export its own name stops the machine. */
export async function loadWays(): Promise<readonly LoadedWay[]> {
  const lines: [string, WayIn][] = Object.entries(registry);
  return Promise.all(
    lines.map(async ([key, wayIn]) => {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ `../../${wayIn.entry}`);
      const entry = module[key];
      if (!isEntry(entry)) throw new Error(`${wayIn.entry} does not export ${key}`);
      return { key, wayIn, entry };
    }),
  );
}
