import { useStore } from '../../app/store.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { session } from '../../sign-in/session.ts';
import { Addresses } from './addresses.tsx';
import { useAddressWords } from './use-address-words.ts';

/** A provider’s own addresses: its people see them, and its manager puts another forward. */
export function OwnAddressesPage() {
  const words = useAddressWords();
  const { me } = useStore(session);
  const mine = me?.roles.find(({ role }) => role === me.role)?.providerId;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {mine === undefined ? undefined : <Addresses providerId={mine} mayChange={me?.role === 'provider-manager'} />}
    </>
  );
}
