import type { PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { session } from '../../sign-in/session.ts';
import { HandInPage } from './hand-in-page.tsx';
import { OverviewPage } from './overview-page.tsx';

/** A month: for a provider its own, for the municipality all of them. */
export function MonthPage(props: PageProps<'/manad/:month'>) {
  const { me } = useStore(session);
  const providerId = me?.roles.find(({ role }) => role === me.role)?.providerId;
  return providerId === undefined ? <OverviewPage {...props} /> : <HandInPage {...props} providerId={providerId} />;
}
