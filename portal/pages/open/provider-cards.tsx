import type { AnswerOf } from '../../api/contract.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useOpenWords } from './use-open-words.ts';

type Providers = AnswerOf<'GET /settings/public'>['providers'];

/** The providers that one may choose, in the order of their numbers: what each offers and how it is reached (L-04). */
export function ProviderCards({ providers }: { readonly providers: Providers }) {
  const open = useOpenWords();
  if (providers.length === 0) return <p class="card nothing">{open.none}</p>;
  return (
    <ul class="providers">
      {providers.map(({ id, name, kind, phone, email, offers, areas = [] }) => (
        <li key={id} class="card">
          <h3>{name}</h3>
          {offers ? <p lang="sv">{offers}</p> : undefined}
          <SummaryList
            rows={[
              { name: open.kind, value: open.kinds[kind] },
              { name: open.areas, value: areas.length > 0 ? areas.join(', ') : open.everywhere },
              ...(phone
                ? [
                    {
                      name: open.phone,
                      value: (
                        <a class="ds-link" href={telOf(phone)}>
                          {phone}
                        </a>
                      ),
                    },
                  ]
                : []),
              ...(email
                ? [
                    {
                      name: open.email,
                      value: (
                        <a class="ds-link" href={`mailto:${email}`}>
                          {email}
                        </a>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

const telOf = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;
