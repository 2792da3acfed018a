import type { PageProps } from '../../app/router.ts';
import type { Forms } from './acts/forms.ts';
import { lazily } from './acts/lazily.tsx';
import { providersPlain } from './acts/providers.ts';
import { OrderPage } from './order-page.tsx';

const forms: Forms = {
  ...providersPlain,
  startOrder: lazily(async () => (await import('./acts/reason-acts.tsx')).StartAct),
  correctStart: lazily(async () => (await import('./acts/visit-act.tsx')).VisitAct),
  correctStay: lazily(async () => (await import('./acts/stay-act.tsx')).StayAct),
  reportNotExecuted: lazily(async () => (await import('./acts/reason-acts.tsx')).NotExecutedAct),
  handInCarePlan: lazily(async () => (await import('./acts/care-plan-act.tsx')).CarePlanAct),
  returnDocumentation: lazily(async () => (await import('./acts/documentation-act.tsx')).DocumentationAct),
};

/** An order with what its provider may do with it. */
export const ProvidersOrderPage = ({ params }: PageProps<'/bestallningar/:orderId'>) => (
  <OrderPage path={params} forms={forms} />
);
