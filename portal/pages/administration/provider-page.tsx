import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Back } from './crumb.tsx';
import { ProviderActs } from './provider-acts.tsx';
import type { RoomProps } from './room-props.ts';
import { StandingTag } from './standing-tag.tsx';
import { useDays } from './use-days.ts';

const Addresses = lazily(async () => (await import('../mail/addresses.tsx')).Addresses);
const ProviderPeople = lazily(async () => (await import('./provider-people.tsx')).ProviderPeople);

type Provider = AnswerOf<'GET /settings'>['providers'][number];

function Facts({ of: one }: { readonly of: Provider }) {
  const { administration } = useWords();
  const { providers, none } = administration;
  const days = useDays();
  const said = (text: string | undefined) => (text ? text : <span class="soft">{none}</span>);
  const place = [one.address, [one.postcode, one.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const permit = one.permit && [days(one.permit.from, one.permit.to), one.permit.reference].filter(Boolean).join(', ');
  return (
    <SummaryList
      rows={[
        { name: providers.now, value: <StandingTag of={one} /> },
        { name: providers.kind, value: providers.kinds[one.kind] },
        { name: providers.number, value: one.number },
        { name: providers.approval, value: said(days(one.approvedFrom, one.approvedTo)) },
        { name: providers.permit, value: said(permit) },
        { name: providers.areas, value: one.areas?.length ? one.areas.join(', ') : providers.everywhere },
        { name: providers.email, value: said(one.email) },
        { name: providers.phone, value: said(one.phone) },
        { name: providers.address, value: said(place) },
        { name: providers.organisationNumber, value: said(one.organisationNumber) },
        { name: providers.bankgiro, value: said(one.bankgiro) },
        { name: providers.plusgiro, value: said(one.plusgiro) },
        { name: providers.format, value: said(one.format) },
        {
          name: providers.contacts,
          value: one.contacts?.length ? (
            <ul class="plain">
              {one.contacts.map(({ name, phone, email }) => (
                <li key={`${name} ${phone} ${email}`}>{[name, phone, email].filter(Boolean).join(', ')}</li>
              ))}
            </ul>
          ) : (
            said(undefined)
          ),
        },
      ]}
    />
  );
}

/** One provider: what is known of it, who works there, and what can be done. */
export function ProviderPage({ id }: RoomProps) {
  const { administration, states } = useWords();
  const { providers } = administration;
  const asking = useAsk('GET /settings');
  const one = asking.value?.providers.find((provider) => provider.id === id);
  const mayChange = activeRole() === 'administrator';
  return (
    <>
      <Back href="#/administration/utforare" text={providers.title} />
      <PageHead title={one?.name ?? providers.title}>
        {one && mayChange ? (
          <ButtonLink href={hrefOf('/administration/andra-utforare/:id', { id })}>{providers.edit}</ButtonLink>
        ) : undefined}
      </PageHead>
      <Loaded of={asking}>
        {() =>
          one ? (
            <div class="sides">
              <div>
                <section class="card">
                  <Facts of={one} />
                </section>
                <Addresses providerId={id} mayChange={mayChange} />
                <ProviderPeople providerId={id} />
              </div>
              <div>
                <ProviderActs of={one} mayChange={mayChange} again={asking.again} />
              </div>
            </div>
          ) : (
            <Notice tone="warning" title={states.missing} />
          )
        }
      </Loaded>
    </>
  );
}
