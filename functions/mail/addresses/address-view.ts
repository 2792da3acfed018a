import * as z from 'zod';
import { type Instant, localIso } from '../../../shared/domain/local-time.ts';

/** An address of a provider's, or its whole domain, as people see it. */
export const AddressView = z
  .object({
    addressId: z.string(),
    address: z.string().meta({ description: 'Where the link is sent' }),
    domain: z.string().optional().meta({ description: 'Given where every address at it is the provider’s' }),
    state: z.enum(['asked', 'proven']).meta({ description: 'Mail is taken from it once it is proven' }),
    askedAt: z.string(),
    provenAt: z.string().optional(),
  })
  .meta({ id: 'AddressView' });
export type AddressView = z.infer<typeof AddressView>;

type Kept = {
  readonly id: string;
  readonly address: string;
  readonly domain?: string | undefined;
  readonly state: AddressView['state'];
  readonly askedAt: Instant;
  readonly provenAt?: Instant | undefined;
};

export const addressView = ({ id, address, domain, state, askedAt, provenAt }: Kept): AddressView => ({
  addressId: id,
  address,
  ...(domain === undefined ? {} : { domain }),
  state,
  askedAt: localIso(askedAt),
  ...(provenAt === undefined ? {} : { provenAt: localIso(provenAt) }),
});
