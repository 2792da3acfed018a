import { ask } from '../api/client.ts';

/** What one municipality's portal must know before anybody has signed in; served as `config.json` beside the files. */
export type Config = {
  readonly municipality: string;
  readonly version: string;
  readonly signIn: {
    readonly issuer: string;
    readonly authorize: string;
    readonly token: string;
    readonly logout: string;
    readonly clientId: string;
    /** Which token the API is shown: the one in which its identity provider puts the nonce. */
    readonly shows: 'id-token' | 'access-token';
  };
  readonly theme?: { readonly brand: string };
  readonly help?: { readonly phone?: string; readonly email?: string };
  /** Where the machine's own pages stand, when it is one machine. */
  readonly machine?: string;
};

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
