import { ServicesFields } from '../services-fields.tsx';
import type { StepProps } from './step-parts.ts';

/** What the decision grants. */
export const ServicesStep = ({ draft, change, errorFor }: StepProps) => (
  <ServicesFields
    id="new"
    services={draft.services}
    onServices={(services) => change({ services })}
    errorFor={errorFor}
  />
);
