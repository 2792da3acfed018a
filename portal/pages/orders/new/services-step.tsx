import { hours } from '../../../app/format.ts';
import { useWords } from '../../../app/language.ts';
import { Button } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { MinutesField, minutesIn } from '../../../parts/minutes-field.tsx';
import { type ServiceDraft, withService } from './draft.ts';
import type { StepProps } from './step-parts.ts';

/** What the decision grants, in hours and minutes a month (L-11). */
export function ServicesStep({ draft, change, errorFor }: StepProps) {
  const { newOrder } = useWords();
  const { services } = draft;
  const set = (index: number, part: Partial<ServiceDraft>) =>
    change({ services: services.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const sum = services.reduce((total, one) => total + (minutesIn(one) ?? 0), 0);
  return (
    <>
      {services.map((service, index) => (
        <fieldset key={index} class="ds-fieldset service">
          <legend class="ds-sr-only">{newOrder.service(index + 1)}</legend>
          <TextField
            id={`new-services-${index}-code`}
            label={newOrder.code}
            hint={newOrder.codeHint}
            width="medium"
            error={errorFor(`services-${index}-code`)}
            value={service.code}
            onValue={(code) => set(index, { code })}
          />
          <MinutesField
            id={`new-services-${index}-minutesPerMonth`}
            label={newOrder.time}
            error={errorFor(`services-${index}-minutesPerMonth`)}
            value={service}
            onValue={({ hours, minutes }) => set(index, { hours, minutes })}
          />
          {services.length === 1 ? undefined : (
            <Button look="tertiary" onClick={() => change({ services: services.filter((_, at) => at !== index) })}>
              {newOrder.removeService}
              <span class="ds-sr-only"> {newOrder.service(index + 1)}</span>
            </Button>
          )}
        </fieldset>
      ))}
      <div class="buttons service-sum">
        <Button onClick={() => change({ services: withService(services) })}>{newOrder.addService}</Button>
        <b role="status">{newOrder.sum(hours(sum))}</b>
      </div>
    </>
  );
}
