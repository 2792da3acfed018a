import type { PageProps } from '../../app/router.ts';
import type { Forms } from './acts/forms.ts';
import { officersPlain } from './acts/officers.ts';
import { ServicesAct } from './acts/services-act.tsx';
import { SheetAct } from './acts/sheet-act.tsx';
import { StayAct } from './acts/stay-act.tsx';
import { OrderPage } from './order-page.tsx';

const forms: Forms = { ...officersPlain, prepareSheet: SheetAct, changeServices: ServicesAct, correctStay: StayAct };

/** An order with what an officer may do with it. */
export const MunicipalitysOrderPage = ({ params }: PageProps<'/bestallningar/:orderId'>) => (
  <OrderPage path={params} forms={forms} />
);
