import type { NightProvider } from './found.ts';
import { usePatrolWords } from './use-patrol-words.ts';

/** Who gives the help, and the number to press. */
export function Phone({ provider: { name, phone } }: { readonly provider: Pick<NightProvider, 'name' | 'phone'> }) {
  const patrol = usePatrolWords();
  return (
    <>
      <b>{name}</b>, {patrol.phone.toLowerCase()}{' '}
      {phone === undefined ? (
        patrol.noPhone
      ) : (
        <a class="ds-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      )}
    </>
  );
}
