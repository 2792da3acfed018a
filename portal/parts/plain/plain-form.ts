import type { Asked, Route } from '../../api/contract.ts';
import { withOffset } from '../../app/with-offset.ts';
import { totalMinutes } from '../minutes-field.tsx';

/** What has been written in a form's fields, by their names. */
export type FieldValues = Readonly<Record<string, string>>;

type About<Shown, Say> = {
  readonly label: (say: Say) => string;
  readonly hint?: (say: Say) => string;
  /** May be left empty. */
  readonly optional?: true;
  /** What it says before anybody has written in it. */
  readonly initial?: (shown: Shown) => string | undefined;
  /** Asked for only when something else has been answered so. */
  readonly when?: (written: FieldValues, shown: Shown) => boolean;
};
type Text<Shown, Say> = About<Shown, Say> & { readonly kind: 'day' | 'time' | 'clock' | 'words' | 'line' | 'service' };
type Length<Shown, Say> = About<Shown, Say> & { readonly kind: 'minutes' };
/** Yes or no, which must be said. */
type YesNo<Shown, Say> = About<Shown, Say> & { readonly kind: 'yesNo' };
type Choice<Value extends string, Shown, Say> = About<Shown, Say> & {
  readonly kind: 'choice';
  readonly options: (say: Say, shown: Shown) => Readonly<Record<Value, string>>;
};
/** What nobody chooses, since the form is about nothing else. */
type Fixed<Value> = { readonly kind: 'fixed'; readonly value: Value };

/** One field of a form. */
export type FormField<Shown, Say> =
  | Text<Shown, Say>
  | Length<Shown, Say>
  | YesNo<Shown, Say>
  | Choice<string, Shown, Say>;

type FieldFor<Value, Shown, Say> = [Value] extends [number]
  ? Length<Shown, Say>
  : [Value] extends [boolean]
    ? YesNo<Shown, Say>
    : [string] extends [Value]
      ? Text<Shown, Say>
      : [Value] extends [string]
        ? Choice<Value, Shown, Say> | Fixed<Value>
        : never;
/** What the way in must have, the form asks for. */
type FieldsOf<Body, Shown, Say> = {
  readonly [Name in keyof Body as Exclude<Name, 'acceptsStated'>]: undefined extends Body[Name]
    ? FieldFor<NonNullable<Body[Name]>, Shown, Say>
    : FieldFor<Body[Name], Shown, Say> & { readonly optional?: never };
};
type BodyOf<R extends Route> = Asked<R> extends { readonly body?: infer Body } ? NonNullable<Body> : never;

type Around<Shown, Say> = {
  /** What it means, before the fields. */
  readonly text?: (say: Say, shown: Shown) => string;
  readonly danger?: true;
  /** What is to be thought of once more before it is sent. */
  readonly check?: (say: Say, shown: Shown) => string;
};
/** A step that is nothing but a few fields: its way in, and the fields of its body. */
export type PlainForm<Shown, Say, R extends Route = Route> = Around<Shown, Say> & {
  readonly route: R;
  readonly fields: Readonly<Record<string, FormField<Shown, Say> | Fixed<string>>>;
};

/** How plain steps of one kind of thing are written: their fields are checked against the way in, then forgotten. */
export const plainOf =
  <Shown, Say, Routes extends Route>() =>
  <R extends Routes>(
    route: R,
    fields: FieldsOf<BodyOf<R>, Shown, Say>,
    around: Around<Shown, Say> = {},
  ): PlainForm<Shown, Say, Routes> =>
    ({ ...around, route, fields }) as unknown as PlainForm<Shown, Say, Routes>;

type ShownField<Shown, Say> = { readonly name: string; readonly field: FormField<Shown, Say> };

/** The fields that are asked for, by what has been written so far. */
export const shownOf = <Shown, Say>(
  { fields }: PlainForm<Shown, Say>,
  written: FieldValues,
  shown: Shown,
): readonly ShownField<Shown, Say>[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind !== 'fixed' && (field.when?.(written, shown) ?? true) ? [{ name, field }] : [],
  );

export const initialOf = <Shown, Say>({ fields }: PlainForm<Shown, Say>, shown: Shown): FieldValues =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.kind === 'fixed' ? '' : (field.initial?.(shown) ?? '')]),
  );

/** A length of time has two fields. */
export const lengthIn = (name: string, written: FieldValues) => ({
  hours: written[name] ?? '',
  minutes: written[`${name}-minutes`] ?? '',
});

function valueIn(
  { name, field }: { readonly name: string; readonly field: { readonly kind: string } },
  written: FieldValues,
): string | number | boolean | undefined {
  const text = written[name]?.trim() ?? '';
  if (field.kind === 'minutes') return totalMinutes(lengthIn(name, written));
  if (field.kind === 'yesNo') return text === '' ? undefined : text === 'yes';
  return text === '' ? undefined : field.kind === 'time' ? withOffset(text) : text;
}

/** The request that the fields make. */
export function bodyOf<Shown, Say>(
  step: PlainForm<Shown, Say>,
  written: FieldValues,
  shown: Shown,
): Readonly<Record<string, unknown>> {
  const fixed = Object.entries(step.fields).flatMap(([name, one]) => (one.kind === 'fixed' ? [[name, one.value]] : []));
  const said = shownOf(step, written, shown).map((one) => [one.name, valueIn(one, written)]);
  return Object.fromEntries([...fixed, ...said].filter(([, value]) => value !== undefined));
}

/** What to do about a field that is empty, by its kind. */
type Lacking = Readonly<Record<FormField<unknown, unknown>['kind'], (label: string) => string>>;

/** What is asked for and not written, each by its own name. */
export const missingFields = <Shown, Say>(
  step: PlainForm<Shown, Say>,
  written: FieldValues,
  shown: Shown,
  say: Say & { readonly lacking: Lacking },
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shownOf(step, written, shown).flatMap((one) =>
      one.field.optional || valueIn(one, written) !== undefined
        ? []
        : [[one.name, say.lacking[one.field.kind](one.field.label(say))]],
    ),
  );
