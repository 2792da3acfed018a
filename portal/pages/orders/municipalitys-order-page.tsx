import type { PageProps } from '../../app/router.ts';
import type { Forms } from './acts/forms.ts';
import { officersPlain } from './acts/officers.ts';
import { lazyForm } from './acts/use-act-words.ts';
import { OrderPage } from './order-page.tsx';
import { ToldFacts } from './told-facts.tsx';

const forms: Forms = {
  ...officersPlain,
  prepareSheet: lazyForm(async () => (await import('./acts/sheet-act.tsx')).SheetAct),
  changeServices: lazyForm(async () => (await import('./acts/services-act.tsx')).ServicesAct),
  correctStay: lazyForm(async () => (await import('./acts/stay-act.tsx')).StayAct),
};

/** An order with what an officer may do with it, and what the forms tell of its customer. */
export const MunicipalitysOrderPage = ({ params }: PageProps<'/bestallningar/:orderId'>) => (
  <OrderPage path={params} forms={forms} Told={ToldFacts} />
);
