import { useServices } from '../../../app/use-services.ts';
import { ServicesFields } from '../services-fields.tsx';
import { ContentFields } from './content-fields.tsx';
import type { StepProps } from './step-parts.ts';

/** What the decision grants, and what it is to be worked by. */
export const ServicesStep = ({ draft, change, errorFor }: StepProps) => (
  <>
    <ServicesFields
      id="new"
      services={draft.services}
      catalogue={useServices()}
      onServices={(services) => change({ services })}
      errorFor={errorFor}
    />
    <ContentFields {...{ draft, change, errorFor }} />
  </>
);
