import * as z from 'zod';

/** One step of a derivation: the rule it rests on (`L-48`, `A16`) and a plain Swedish sentence. */
export const WhyStep = z.object({ rule: z.string(), text: z.string() }).meta({ id: 'Why' });
export type Why = { readonly rule: string; readonly text: string };

/** A step that says something to whoever did it; one that a program must tell from the others has a code. */
export const WarningStep = z.object({ ...WhyStep.shape, code: z.string().optional() }).meta({ id: 'Warning' });
export type Warning = Why & { readonly code?: string };

/** A value together with the reasons for it, kept for the people who must answer for it. */
export type Derived<T> = { readonly value: T; readonly why: readonly Why[] };
