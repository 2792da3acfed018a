import { hours } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import type { Services as Catalogue } from '../../app/use-services.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { MinutesField, totalMinutes, type WrittenMinutes } from '../../parts/minutes-field.tsx';
import type { ErrorFor } from './act-form.tsx';

export type ServiceDraft = WrittenMinutes & { readonly code: string };
type Services = readonly ServiceDraft[];

export const noService: ServiceDraft = { code: '', hours: '', minutes: '' };

/** What was written, as the API takes it. */
export const servicesIn = (services: Services) =>
  services.map((one) => ({ code: one.code.trim(), minutesPerMonth: totalMinutes(one) ?? 0 }));

type Says = { readonly codeMissing: string; readonly timeMissing: string };

/** What is missing of each, by the place in the request. */
export const lackingIn = (services: Services, says: Says): Readonly<Record<string, string | false>> =>
  Object.fromEntries(
    services.flatMap((service, index) => [
      [`services.${index}.code`, !/^[\p{L}\d]{2,10}$/u.test(service.code.trim()) && says.codeMissing],
      [`services.${index}.minutesPerMonth`, totalMinutes(service) === undefined && says.timeMissing],
    ]),
  );

type Props = {
  /** Begins the id of every field. */
  readonly id: string;
  readonly services: Services;
  /** What may be ordered, to choose from; undefined until it is there. Where it is empty, the code is written. */
  readonly catalogue: Catalogue | undefined;
  readonly onServices: (services: Services) => void;
  readonly errorFor: ErrorFor;
};

/** What the decision grants, in hours and minutes a month (L-11, L-45). */
export function ServicesFields({ id, services, catalogue, onServices, errorFor }: Props) {
  const { orders } = useWords();
  /** What may be ordered, by name, and a code that the order has though the catalogue no longer does. */
  const optionsFor = (code: string) => [
    { value: '', text: orders.pickService },
    ...(code === '' || catalogue?.some((one) => one.code === code) ? [] : [{ value: code, text: code }]),
    ...(catalogue ?? []).map((one) => ({ value: one.code, text: `${one.name} (${one.code})` })),
  ];
  const set = (index: number, part: Partial<ServiceDraft>) =>
    onServices(services.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const codeField = (index: number, { code }: ServiceDraft) => ({
    id: `${id}-services-${index}-code`,
    label: orders.code,
    error: errorFor(`services-${index}-code`),
    value: code,
    onValue: (next: string) => set(index, { code: next }),
  });
  const sum = services.reduce((total, one) => total + (totalMinutes(one) ?? 0), 0);
  return (
    <div id={`${id}-services`} tabIndex={-1}>
      {services.map((service, index) => (
        <fieldset key={index} class="ds-fieldset service">
          <legend class="ds-sr-only">{orders.service(index + 1)}</legend>
          {catalogue?.length !== 0 ? (
            <SelectField {...codeField(index, service)} options={optionsFor(service.code)} />
          ) : (
            <TextField {...codeField(index, service)} hint={orders.codeHint} width="medium" />
          )}
          <MinutesField
            id={`${id}-services-${index}-minutesPerMonth`}
            label={orders.time}
            error={errorFor(`services-${index}-minutesPerMonth`)}
            value={service}
            onValue={({ hours, minutes }) => set(index, { hours, minutes })}
          />
          {services.length === 1 ? undefined : (
            <Button look="tertiary" onClick={() => onServices(services.filter((_, at) => at !== index))}>
              {orders.removeService}
              <span class="ds-sr-only"> {orders.service(index + 1)}</span>
            </Button>
          )}
        </fieldset>
      ))}
      <div class="buttons service-sum">
        <Button onClick={() => onServices([...services, noService])}>{orders.addService}</Button>
        <b role="status">{orders.sum(hours(sum))}</b>
      </div>
    </div>
  );
}
