import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { PeppolEndpoint } from '../../../shared/domain/peppol-endpoint.ts';

const line = (most: number) => guarded(z.string().trim().min(1).max(most).regex(oneLine));

/** Null says no more than a field that is left out. */
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);
const shaped = (form: RegExp) => maybe(z.string().regex(form));

/** How `cases.json` says of a provider what an invoice says of its seller; each may be left out. */
export const sellerFields = {
  /** A sole trader's is a person's number: it stands here and nowhere else. */
  orgNo: maybe(
    z
      .string()
      .regex(/^(?:\d\d)?\d{6}-?\d{4}$/)
      .transform((text) => text.replace(/^(?:\d\d)?(\d{6})-?(\d{4})$/, '$1-$2')),
  ),
  street: maybe(line(200)),
  postalCode: shaped(/^\d{3} ?\d\d$/),
  city: maybe(line(100)),
  bankgiro: shaped(/^\d{3,4}-?\d{4}$/),
  plusgiro: shaped(/^\d{1,7}-?\d$/),
  endpoint: maybe(PeppolEndpoint),
  vat: maybe(z.enum(['E', 'S25'])),
} as const;

type Said = { readonly [field in 'orgNo' | 'street' | 'postalCode' | 'city']?: string | undefined };
type Kept = { readonly [field in 'organisationNumber' | 'address' | 'postcode' | 'town']?: string };
type WhatIsSaid<T> = { [Key in keyof T]: undefined extends T[Key] ? Exclude<T[Key], undefined> : T[Key] };

/** A provider of the file under the names by which it is kept; what is not said is not there. */
export function asKept<Provider extends Said>({ orgNo, street, postalCode, city, ...rest }: Provider) {
  const all = { ...rest, organisationNumber: orgNo, address: street, postcode: postalCode, town: city };
  const said = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as WhatIsSaid<Omit<Provider, keyof Said>> & Kept;
}
