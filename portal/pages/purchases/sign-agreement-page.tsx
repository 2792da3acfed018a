import { speaking } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import type { PageProps } from '../../app/router.ts';

const SignAgreement = lazily(
  speaking('purchaseParts', async () => (await import('./sign-agreement.tsx')).SignAgreement),
);

/** Where a manager signs an agreement, and comes back to from the sign-in for it (H-17, H-30). */
export const SignAgreementPage = ({ params }: PageProps<'/kop/:purchaseId/avtal'>) => <SignAgreement path={params} />;
