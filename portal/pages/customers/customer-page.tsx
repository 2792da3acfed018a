import type { ComponentProps } from 'preact';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { sought } from '../../app/sought.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { FollowUps } from '../cases/follow-ups.tsx';
import { Papers } from '../cases/papers.tsx';
import { CustomerDetails, CustomerSection } from '../orders/customer.tsx';
import { Messages, Months, Orders, Switches } from './has.tsx';
import { Who } from './who.tsx';

const AccessLog = lazily(async () => (await import('./logs.tsx')).AccessLog);
const Journal = lazily(async () => (await import('./logs.tsx')).Journal);
const Contacts = lazily(async () => (await import('./contacts.tsx')).Contacts);
const ChangeCustomer = lazily(async () => (await import('./change-customer.tsx')).ChangeCustomer);

type Of = { readonly caseNo: string };
type Change = NonNullable<ComponentProps<typeof CustomerSection>['more']>;

/** Whom the case is about: by one press where the search has said why, else with the reason for it. */
function Customer({ caseNo, mayChange }: Of & { readonly mayChange: boolean }) {
  const { customers } = useWords();
  const { reason } = useStore(sought);
  const change: Change = (customer, onSaved) => (
    <ChangeCustomer caseNo={caseNo} customer={customer} onSaved={onSaved} />
  );
  return (
    <section class="card">
      <h2>{customers.customer}</h2>
      {reason === '' ? (
        <CustomerSection caseNo={caseNo} {...(mayChange ? { more: change } : {})} />
      ) : (
        <>
          <p class="soft">{customers.whyRead(reason)}</p>
          <Who caseNo={caseNo} reason={reason} text={customers.show}>
            {(customer, onChanged) => (
              <>
                <CustomerDetails customer={customer} />
                {mayChange ? change(customer, onChanged) : undefined}
              </>
            )}
          </Who>
        </>
      )}
    </section>
  );
}

/** The papers of the case, each to be opened with a reason. */
function File({ caseNo }: Of) {
  const asking = useAsk('GET /cases/{caseNo}/documents', { path: { caseNo } });
  return <Loaded of={asking}>{(filed) => <Papers caseNo={caseNo} filed={filed} />}</Loaded>;
}

/** All about one customer on one page, for who has them on the telephone. Nobody's name stands here unasked. */
export function CustomerPage({ params: { caseNo } }: PageProps<'/kunder/:caseNo'>) {
  const { customers } = useWords();
  const nameOf = useStaff();
  const isOfficer = activeRole() === 'officer';
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/sok">
          {customers.find}
        </a>
      </p>
      <PageHead title={customers.title(caseNo)} />
      <Loaded of={useAsk('GET /cases/{caseNo}/person', { path: { caseNo } })}>
        {({ items }) => (
          <div class="sides">
            <div>
              <Customer
                caseNo={caseNo}
                mayChange={isOfficer && items.some((one) => one.own && one.caseNo === caseNo)}
              />
              <Contacts caseNo={caseNo} />
              <Orders caseNo={caseNo} />
              <Months caseNo={caseNo} />
              <Journal caseNo={caseNo} />
            </div>
            <div>
              {items.length < 2 ? undefined : (
                <section class="card">
                  <h2>{customers.cases}</h2>
                  <ul>
                    {items.map((one) => (
                      <li key={one.caseNo}>
                        {one.caseNo === caseNo ? (
                          `${customers.aCase(caseNo)} (${customers.thisCase})`
                        ) : one.own || !isOfficer ? (
                          <a class="ds-link" href={hrefOf('/kunder/:caseNo', { caseNo: one.caseNo })}>
                            {customers.aCase(one.caseNo)}
                          </a>
                        ) : (
                          customers.aCase(one.caseNo)
                        )}{' '}
                        <span class="soft">{nameOf(one.officerId)}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              <Switches caseNo={caseNo} officerId={items.find((one) => one.caseNo === caseNo)?.officerId ?? ''} />
              <Messages caseNo={caseNo} />
              <File caseNo={caseNo} />
              <FollowUps caseNo={caseNo} mayWrite={isOfficer} />
              {isOfficer ? undefined : <AccessLog caseNo={caseNo} />}
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
