import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime, hours } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useServices } from '../../app/use-services.ts';
import { withOffset } from '../../app/with-offset.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { totalMinutes } from '../../parts/minutes-field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { lackingIn, noService, type ServiceDraft, ServicesFields, servicesIn } from '../orders/services-fields.tsx';
import { type FoundCare, providersOf } from './found.ts';
import { Phone } from './phone.tsx';
import { usePatrolWords } from './use-patrol-words.ts';

/** What the night patrol is told of the order that it has given (S-17). */
export type UrgentGiven = Extract<AnswerOf<'POST /orders'>, { readonly provider: unknown }>;

type Draft = {
  readonly services: readonly ServiceDraft[];
  readonly providerId: string;
  readonly neededBy: string;
  readonly phonedAt: string;
};
const emptyDraft: Draft = { services: [noService], providerId: '', neededBy: '', phonedAt: '' };

/** The check before it is sent: whom it goes to, what and when. */
function Check({ care, draft }: { readonly care: FoundCare; readonly draft: Draft }) {
  const { orders } = useWords();
  const patrol = usePatrolWords();
  const providers = providersOf(care);
  const to = providers.length === 1 ? providers[0] : providers.find(({ id }) => id === draft.providerId);
  return (
    <>
      <SummaryList
        rows={[
          { name: orders.case, value: care.caseNo },
          { name: patrol.provider, value: to ? <Phone provider={to} /> : patrol.inTurn },
          {
            name: orders.services,
            value: (
              <ul class="plain">
                {draft.services.map((one, index) => (
                  <li key={index}>
                    {one.code} <b>{hours(totalMinutes(one) ?? 0)}</b> {orders.aMonth}
                  </li>
                ))}
              </ul>
            ),
          },
          ...(draft.neededBy === '' ? [] : [{ name: patrol.neededBy, value: dateTime(withOffset(draft.neededBy)) }]),
          {
            name: patrol.phonedAt,
            value: draft.phonedAt === '' ? patrol.nowText : dateTime(withOffset(draft.phonedAt)),
          },
        ]}
      />
      <p>{patrol.checkText}</p>
    </>
  );
}

type Props = { readonly care: FoundCare; readonly onBack: () => void; readonly onPlaced: (given: UrgentGiven) => void };

/** An urgent order in a case that is known: to who has the customer, else to the one whose turn it is (S-17). */
export function UrgentStep({ care, onBack, onPlaced }: Props) {
  const { orders } = useWords();
  const patrol = usePatrolWords();
  const { caseNo } = care;
  const providers = providersOf(care);
  const catalogue = useServices();
  const [draft, change, forget] = useDraft<Draft>(`patrol/${caseNo}`, emptyDraft);
  const { services, providerId, neededBy, phonedAt } = draft;
  const isSeveral = providers.length > 1;
  const body = {
    ...{ caseNo, urgent: true, services: servicesIn(services) },
    ...(isSeveral ? { providerId } : {}),
    // Nobody has chosen anybody in the night: it goes to the one whose turn it is (S-16, S-17).
    ...(providers.length === 0 ? { abstains: true as const } : {}),
    ...(neededBy === '' ? {} : { neededBy: withOffset(neededBy) }),
    ...(phonedAt === '' ? {} : { phonedAt: withOffset(phonedAt) }),
  };
  return (
    <>
      <p class="back">
        <Button look="tertiary" onClick={onBack}>
          {patrol.back}
        </Button>
      </p>
      <PageHead title={patrol.orderTitle(caseNo)} lead={patrol.orderLead} />
      <section class="card step">
        {providers.length === 0 ? <p>{patrol.noProvider}</p> : undefined}
        {isSeveral
          ? undefined
          : providers.map((one) => (
              <p key={one.id}>
                <Phone provider={one} />
              </p>
            ))}
        <ActForm
          id="urgent"
          body={body}
          missing={{
            providerId: isSeveral && providerId === '' && patrol.whichMissing,
            ...lackingIn(services, orders),
          }}
          act={(key, asked) => ask('POST /orders', { body: asked }, { key })}
          onDone={(answer) => {
            forget();
            if ('provider' in answer) onPlaced(answer);
          }}
          onConflict={() => undefined}
          again={onBack}
          submit={patrol.send}
          check={<Check care={care} draft={draft} />}
        >
          {(errorFor) => (
            <>
              {isSeveral ? (
                <Choices
                  id="urgent-providerId"
                  label={patrol.which}
                  error={errorFor('providerId')}
                  value={providerId}
                  onValue={(next) => change({ providerId: next })}
                  options={providers.map((one) => ({ value: one.id, text: <Phone provider={one} /> }))}
                />
              ) : undefined}
              <ServicesFields
                id="urgent"
                services={services}
                catalogue={catalogue}
                onServices={(next) => change({ services: next })}
                errorFor={errorFor}
              />
              <TimeField
                id="urgent-neededBy"
                label={patrol.neededBy}
                optional
                error={errorFor('neededBy')}
                value={neededBy}
                onValue={(next) => change({ neededBy: next })}
              />
              <TimeField
                id="urgent-phonedAt"
                label={patrol.phonedAt}
                hint={patrol.nowHint}
                optional
                error={errorFor('phonedAt')}
                value={phonedAt}
                onValue={(next) => change({ phonedAt: next })}
              />
            </>
          )}
        </ActForm>
      </section>
    </>
  );
}
