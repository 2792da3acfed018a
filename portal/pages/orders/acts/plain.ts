import type { Asked, Route } from '../../../api/contract.ts';
import { totalMinutes } from '../../../parts/minutes-field.tsx';
import type { OrderShown } from '../order-form.ts';
import { withOffset } from '../with-offset.ts';
import type { ActWords } from './use-act-words.ts';

/** What has been written in a form's fields, by their names. */
export type FieldValues = Readonly<Record<string, string>>;

type About = {
  readonly label: (say: ActWords) => string;
  readonly hint?: (say: ActWords) => string;
  /** May be left empty. */
  readonly optional?: true;
  /** What it says before anybody has written in it. */
  readonly initial?: (order: OrderShown) => string | undefined;
  /** Asked for only when something else has been answered so. */
  readonly when?: (written: FieldValues, order: OrderShown) => boolean;
};
type Text = About & { readonly kind: 'day' | 'time' | 'clock' | 'words' | 'service' };
type Length = About & { readonly kind: 'minutes' };
/** Yes or no, which must be said. */
type YesNo = About & { readonly kind: 'yesNo' };
type Choice<Value extends string> = About & {
  readonly kind: 'choice';
  readonly options: (say: ActWords) => Readonly<Record<Value, string>>;
};
/** What nobody chooses, since the form is about nothing else. */
type Fixed<Value> = { readonly kind: 'fixed'; readonly value: Value };

/** One field of a form. */
export type FormField = Text | Length | YesNo | Choice<string>;

type FieldFor<Value> = [Value] extends [number]
  ? Length
  : [Value] extends [boolean]
    ? YesNo
    : [string] extends [Value]
      ? Text
      : [Value] extends [string]
        ? Choice<Value> | Fixed<Value>
        : never;
/** What the way in must have, the form asks for. */
type FieldsOf<Body> = {
  readonly [Name in keyof Body as Exclude<Name, 'acceptsStated'>]: undefined extends Body[Name]
    ? FieldFor<NonNullable<Body[Name]>>
    : FieldFor<Body[Name]> & { readonly optional?: never };
};

type OrderRoute = Extract<Route, `${string} /orders/{orderId}/${string}`>;
type BodyOf<R extends Route> = Asked<R> extends { readonly body?: infer Body } ? NonNullable<Body> : never;

type Around = {
  /** What it means, before the fields. */
  readonly text?: (say: ActWords, order: OrderShown) => string;
  readonly danger?: true;
  /** What is to be thought of once more before it is sent. */
  readonly check?: (say: ActWords, order: OrderShown) => string;
};
/** A step that is nothing but a few fields: its way in, and the fields of its body. */
export type Plain = Around & {
  readonly route: OrderRoute;
  readonly fields: Readonly<Record<string, FormField | Fixed<string>>>;
};

/** A plain step. Its fields are checked against the way in, then forgotten. */
export const plain = <R extends OrderRoute>(route: R, fields: FieldsOf<BodyOf<R>>, around: Around = {}): Plain =>
  ({ ...around, route, fields }) as unknown as Plain;

type Shown = { readonly name: string; readonly field: FormField };

/** The fields that are asked for, by what has been written so far. */
export const shownOf = ({ fields }: Plain, written: FieldValues, order: OrderShown): readonly Shown[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind !== 'fixed' && (field.when?.(written, order) ?? true) ? [{ name, field }] : [],
  );

export const initialOf = ({ fields }: Plain, order: OrderShown): FieldValues =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.kind === 'fixed' ? '' : (field.initial?.(order) ?? '')]),
  );

/** A length of time has two fields. */
export const lengthIn = (name: string, written: FieldValues) => ({
  hours: written[name] ?? '',
  minutes: written[`${name}-minutes`] ?? '',
});

function valueIn({ name, field }: Shown, written: FieldValues): string | number | boolean | undefined {
  const text = written[name]?.trim() ?? '';
  if (field.kind === 'minutes') return totalMinutes(lengthIn(name, written));
  if (field.kind === 'yesNo') return text === '' ? undefined : text === 'yes';
  return text === '' ? undefined : field.kind === 'time' ? withOffset(text) : text;
}

/** The request that the fields make. */
export function bodyOf(step: Plain, written: FieldValues, order: OrderShown): Readonly<Record<string, unknown>> {
  const fixed = Object.entries(step.fields).flatMap(([name, one]) => (one.kind === 'fixed' ? [[name, one.value]] : []));
  const said = shownOf(step, written, order).map((one) => [one.name, valueIn(one, written)]);
  return Object.fromEntries([...fixed, ...said].filter(([, value]) => value !== undefined));
}

/** What is asked for and not written, each by its own name. */
export const missingFields = (
  step: Plain,
  written: FieldValues,
  order: OrderShown,
  say: ActWords,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shownOf(step, written, order).flatMap((one) =>
      one.field.optional || valueIn(one, written) !== undefined
        ? []
        : [[one.name, say.lacking[one.field.kind](one.field.label(say))]],
    ),
  );
