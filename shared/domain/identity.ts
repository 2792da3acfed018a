import * as z from 'zod';
import { formsOf, wordsOf } from './name-forms.ts';
import { isPersonId } from './person-id.ts';

/** Who a customer is. It is kept in one place only, sealed, and every reading of it is logged. */
export const Identity = z
  .object({
    name: z.string().min(1).max(200),
    personnummer: z.string().max(20).optional(),
    address: z.string().max(300).optional(),
    phone: z.string().max(60).optional(),
    relativePhone: z.string().max(60).optional(),
    protected: z.boolean().optional(),
  })
  .meta({ id: 'Identity' });
export type Identity = z.infer<typeof Identity>;

/** A customer as a person writes them in: a number that is none is refused by its field. */
export const CustomerIn = Identity.extend({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((name) => wordsOf(name).length > 0),
  personnummer: z
    .string()
    .max(20)
    .refine(isPersonId, 'bad-personnummer')
    .optional()
    .meta({ description: 'Ten or twelve digits; kept as twelve', example: '191212121212' }),
})
  .strict()
  .meta({ id: 'CustomerIn' });

/** Said where somebody of another name has the number already. */
export const SamePerson = z
  .literal(true)
  .optional()
  .meta({ description: 'It is the same person as whoever has the number, under another name (A73)' });

/**
 * What the blind index holds of a person: each word of the name and of the street, and the numbers without their
 * separators. House and post numbers distinguish nobody, and would stop case numbers that happen to be alike.
 */
export const traitsOf = (identity: Identity): readonly string[] => {
  const numbers = [identity.personnummer, identity.phone, identity.relativePhone].flatMap((text) =>
    text ? [text.replace(/\D/g, '')] : [],
  );
  const street = wordsOf(identity.address ?? '').filter((word) => !/^\d+$/.test(word));
  return [...wordsOf(identity.name), ...numbers, ...street];
};

/** By which a person is found: the whole number, and each word of the name in the forms that it is looked for in. */
export const findableBy = (identity: Identity): readonly string[] => [
  ...new Set([...formsOf(identity.name), ...(identity.personnummer?.match(/^\d{12}$/) ?? [])]),
];
