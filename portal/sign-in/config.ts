import type { PortalConfig } from '../../shared/domain/portal-config.ts';
import { ask } from '../api/client.ts';

export type Config = PortalConfig;

type Public = Pick<Config, 'municipality' | 'theme' | 'help'>;

/** What the settings say of the portal, for a deployment whose file cannot know it; without an answer, nothing. */
async function settled(): Promise<Public> {
  const outcome = await ask('GET /settings/public');
  if (!outcome.ok) return { municipality: '' };
  const { municipality, theme, help } = outcome.value;
  return { municipality, theme, help };
}

export async function fetchConfig(): Promise<Config> {
  const response = await fetch('./config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error('config.json cannot be read');
  // Written by the same hands as this file is: by the server, or by the deployment.
  const config = (await response.json()) as Config | Omit<Config, keyof Public>;
  return 'municipality' in config ? config : { ...config, ...(await settled()) };
}
