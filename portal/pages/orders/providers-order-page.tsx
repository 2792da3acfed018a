import type { PageProps } from '../../app/router.ts';
import type { Forms } from './acts/forms.ts';
import { providersPlain } from './acts/providers.ts';
import { lazyForm } from './acts/use-act-words.ts';
import { OrderPage } from './order-page.tsx';

const forms: Forms = {
  ...providersPlain,
  startOrder: lazyForm(async () => (await import('./acts/reason-acts.tsx')).StartAct),
  correctStart: lazyForm(async () => (await import('./acts/visit-act.tsx')).VisitAct),
  correctStay: lazyForm(async () => (await import('./acts/stay-act.tsx')).StayAct),
  reportNotExecuted: lazyForm(async () => (await import('./acts/reason-acts.tsx')).NotExecutedAct),
  handInCarePlan: lazyForm(async () => (await import('./acts/care-plan-act.tsx')).CarePlanAct),
  returnDocumentation: lazyForm(async () => (await import('./acts/documentation-act.tsx')).DocumentationAct),
};

/** An order with what its provider may do with it. */
export const ProvidersOrderPage = ({ params }: PageProps<'/bestallningar/:orderId'>) => (
  <OrderPage path={params} forms={forms} />
);
