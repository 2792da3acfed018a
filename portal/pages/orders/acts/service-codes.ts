import type { OrderShown } from '../order-form.ts';

/** The services of the order, each once: one that was changed stands there twice (L-45). */
export const codesOf = ({ services }: OrderShown): readonly string[] => [...new Set(services.map(({ code }) => code))];
