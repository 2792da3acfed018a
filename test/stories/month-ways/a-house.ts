import type { Client, Reply } from '../support/a-client.ts';

/** Where the month is played: a machine that was started, or the functions as they are deployed. */
export type House = {
  readonly client: Client;
  /** Who sets up an empty house. */
  readonly first: string;
  at(now: string): Promise<void>;
  upload(user: string, bytes: Uint8Array, contentType: string): Promise<string>;
  sign(user: string, path: string, wish: unknown): Promise<Reply>;
  decide(place: string, officers: readonly string[]): Promise<void>;
  /** Ends it, having held that nothing went wrong unseen. */
  end(): Promise<void>;
};
