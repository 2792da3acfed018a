/** What one municipality's portal must know before anybody has signed in; served as `config.json` beside the files. */
export type PortalConfig = {
  readonly municipality: string;
  readonly version: string;
  readonly signIn: {
    readonly issuer: string;
    readonly authorize: string;
    readonly token: string;
    readonly logout: string;
    readonly clientId: string;
  };
  readonly theme?: { readonly brand: string };
  readonly help?: { readonly phone?: string; readonly email?: string };
  /** The address of the machine's own pages, when it is one machine. */
  readonly machine?: string;
};
