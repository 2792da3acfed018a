import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Config } from '../sign-in/config.ts';
import type { SignInCalls } from '../sign-in/sign-in.ts';

/** What every page may need of where it stands. */
export type Portal = { readonly config: Config; readonly signIn: SignInCalls };

export const PortalContext = createContext<Portal | undefined>(undefined);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error('a part was drawn outside the portal');
  return portal;
}
