import { PublicKeys } from '../../../shared/domain/public-keys.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';

/** Every key that ever sealed, with its days: a key inside a record proves nothing by itself. */
export const getKeys = endpoint({
  summary: 'The published keys, with their history',
  answer: PublicKeys,
  async run(_, { signer }) {
    return done(PublicKeys.parse(await signer.keys()));
  },
});
