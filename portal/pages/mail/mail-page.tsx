import type { AnswerOf } from '../../api/contract.ts';
import { dateTime, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Decide } from './decide.tsx';
import { MailFiles } from './mail-files.tsx';
import { MailTag } from './mail-tag.tsx';

type MailView = AnswerOf<'GET /mail/{mailId}'>;
type Of = { readonly mail: MailView };

/** Whom it claims to be from, and what it would be about: facts beside a claim that is called one. */
function Facts({ mail }: Of) {
  const { mail: words } = useWords();
  const nameOf = useProviders();
  const { claims, isProven, claimedProviderId, providerId, to, caseNo, orderId, month } = mail;
  const theirs = activeRole() !== 'administrator';
  return (
    <SummaryList
      rows={[
        {
          name: isProven ? words.isFrom : words.claims,
          value: (
            <>
              <span class="written">{claims ?? words.noClaims}</span>
              <small class="soft">
                {' '}
                {isProven ? words.provenBy((claims ?? '').split('@').at(-1) ?? '') : words.unproven}
              </small>
            </>
          ),
        },
        {
          name: words.provider,
          value:
            providerId === undefined
              ? claimedProviderId === undefined
                ? words.providerNone
                : words.ifTrue(nameOf(claimedProviderId))
              : nameOf(providerId),
        },
        { name: words.sentTo, value: <span class="written">{to.join(', ')}</span> },
        ...(caseNo === undefined
          ? []
          : [
              {
                name: words.case,
                value: theirs ? (
                  <a class="ds-link" href={hrefOf('/arenden/:caseNo', { caseNo })}>
                    {caseNo}
                  </a>
                ) : (
                  caseNo
                ),
              },
            ]),
        ...(orderId === undefined || !theirs
          ? []
          : [
              {
                name: words.order,
                value: (
                  <a class="ds-link" href={hrefOf('/bestallningar/:orderId', { orderId })}>
                    {words.toOrder}
                  </a>
                ),
              },
            ]),
        ...(month === undefined ? [] : [{ name: words.month, value: monthName(month) }]),
      ]}
    />
  );
}

/** What it says, letter by letter: nothing in it is markup, and nothing can be pressed. */
function Text({ mail: { text, isMasked } }: Of) {
  const { mail: words } = useWords();
  return (
    <section class="card">
      <h2>{words.text}</h2>
      <p class="soft">{text === undefined ? words.noText : words.textHint}</p>
      {text === undefined ? undefined : text === '' ? (
        <p>{words.empty}</p>
      ) : (
        <blockquote class="mail-text written">{text}</blockquote>
      )}
      {text === undefined ? undefined : <p class="soft">{isMasked ? words.masked : words.unmasked}</p>}
    </section>
  );
}

/** What it would come to, or has come to. */
function ComesTo({ mail: { understood, done, mayBeReleased, state } }: Of) {
  const { mail: words } = useWords();
  const isAhead = state === 'quarantined';
  if (isAhead ? !mayBeReleased : understood.length === 0) return null;
  return (
    <section class="card">
      <h2>{isAhead ? words.comesTo : words.understood}</h2>
      {understood.length === 0 ? (
        <p>{words.comesToNothing}</p>
      ) : (
        <ul>
          {understood.map((act, index) => (
            <li key={act}>
              {act}
              {index < done.length ? <small class="soft"> – {words.done}</small> : undefined}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who has decided, when and why. */
function Decided({ mail: { released, settled, state } }: Of) {
  const { mail: words } = useWords();
  const nameOf = useStaff();
  const title = state === 'refused' ? words.isRefused : words.isHandled;
  const told = [
    ...(released ? [{ title: words.isReleased, ...released }] : []),
    ...(settled ? [{ title, ...settled }] : []),
  ];
  return (
    <>
      {told.map((one) => (
        <Notice key={one.at} tone={one.title === words.isRefused ? 'warning' : 'success'} title={one.title}>
          <p class="written">{one.reason}</p>
          <p class="soft">{words.decidedBy(nameOf(one.by), dateTime(one.at))}</p>
        </Notice>
      ))}
    </>
  );
}

/** One mail that has come in: what it says, why it waits, and the decision about it. */
export function MailPage({ params: path }: PageProps<'/epost/:mailId'>) {
  const { mail: words } = useWords();
  const asking = useAsk('GET /mail/{mailId}', { path });
  const shown = asking.value;
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/epost">
          {words.back}
        </a>
      </p>
      <PageHead
        title={shown?.subject || words.noSubject}
        lead={
          shown && (
            <>
              <MailTag state={shown.state} /> {words.received(dateTime(shown.receivedAt, true))}
            </>
          )
        }
      />
      <Loaded of={asking}>
        {(mail) => (
          <div class="sides">
            <div>
              {mail.why === undefined || !(mail.state === 'quarantined' || mail.state === 'asked') ? undefined : (
                <Notice tone="warning" title={mail.state === 'asked' ? words.whyAsked : words.whyStopped}>
                  <p>{mail.why}</p>
                </Notice>
              )}
              <section class="card">
                <Facts mail={mail} />
              </section>
              <Text mail={mail} />
              <ComesTo mail={mail} />
              <MailFiles mailId={path.mailId} files={mail.files} mayOpen={mail.mayOpenFiles} />
            </div>
            <div>
              <Decided mail={mail} />
              <Decide mail={mail} version={asking.version} again={asking.again} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
