import type { PageProps } from '../../app/router.ts';
import { CarePlanAct } from './acts/care-plan-act.tsx';
import { DocumentationAct } from './acts/documentation-act.tsx';
import type { Forms } from './acts/forms.ts';
import { providersPlain } from './acts/providers.ts';
import { NotExecutedAct, StartAct } from './acts/reason-acts.tsx';
import { StayAct } from './acts/stay-act.tsx';
import { VisitAct } from './acts/visit-act.tsx';
import { OrderPage } from './order-page.tsx';

const forms: Forms = {
  ...providersPlain,
  startOrder: StartAct,
  correctStart: VisitAct,
  correctStay: StayAct,
  reportNotExecuted: NotExecutedAct,
  handInCarePlan: CarePlanAct,
  returnDocumentation: DocumentationAct,
};

/** An order with what its provider may do with it. */
export const ProvidersOrderPage = ({ params }: PageProps<'/bestallningar/:orderId'>) => (
  <OrderPage path={params} forms={forms} />
);
