import type { Documents } from '../ports/documents.ts';
import type { IdTokens } from '../ports/id-tokens.ts';
import type { IdentityKeys } from '../ports/identity-keys.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Signer } from '../ports/signer.ts';

/** Made when first asked for, and once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Later<T> = () => Promise<T>;

/** Ports whose adapters are loaded when first used: a function pays only for the clients that its entries use. */
export const lazyPorts = {
  documents: (load: Later<Documents>): Documents => ({
    openUpload: async (wanted) => (await load()).openUpload(wanted),
    openView: async (wanted) => (await load()).openView(wanted),
    put: async (...args) => (await load()).put(...args),
    find: async (...args) => (await load()).find(...args),
    async *read(...args) {
      yield* (await load()).read(...args);
    },
  }),
  signer: (load: Later<Signer>): Signer => ({
    sign: async (bytes) => (await load()).sign(bytes),
    keys: async () => (await load()).keys(),
  }),
  mailer: (load: Later<Mailer>): Mailer => ({ send: async (message) => (await load()).send(message) }),
  identityKeys: (load: Later<IdentityKeys>): IdentityKeys => ({
    newDataKey: async (customer) => (await load()).newDataKey(customer),
    unwrap: async (...args) => (await load()).unwrap(...args),
    blind: async (word) => (await load()).blind(word),
  }),
  idTokens: (load: Later<IdTokens>): IdTokens => ({ read: async (token) => (await load()).read(token) }),
};
