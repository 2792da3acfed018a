import { ask } from '../../api/client.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { PurchaseShown } from './purchase-form.ts';

/** What the user has agreed to in the case, and what has been passed on; a withdrawal stops the sharing, not the help. */
export function Consents({
  one,
  round,
  onChanged,
}: {
  readonly one: PurchaseShown;
  /** Becomes another when something may have been added. */
  readonly round: number;
  readonly onChanged: () => void;
}) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  const path = { caseNo: one.caseNo ?? '' };
  const asking = useAsk('GET /cases/{caseNo}/consents', { path, query: { limit: 200 - (round % 2) } });
  const { run, busy, failure } = useSend((key: string, consentId: string) =>
    ask('POST /cases/{caseNo}/consents/{consentId}/withdrawal', { path: { ...path, consentId }, body: {} }, { key }),
  );
  async function takeBack(consentId: string) {
    const outcome = await run(consentId);
    if (!outcome?.ok) return;
    asking.again();
    onChanged();
  }
  const named = (ids: readonly string[]) =>
    ids.map((id) => (id === one.receiver.id ? one.receiver.name : id)).join(', ');
  return (
    <Loaded of={asking}>
      {({ items, forwardings }) => (
        <>
          {failure ? <FailureNotice failure={failure} /> : undefined}
          {items.length === 0 ? <p class="soft">{purchases.consentsNone}</p> : undefined}
          <ul class="plain people">
            {items.map(({ id, kind, recipients, channels, given, withdrawn }) => (
              <li key={id}>
                <p>
                  <b>{purchases.consentKinds[kind]}</b>{' '}
                  {withdrawn ? (
                    <Tag tone="danger">{purchases.consentWithdrawn(dateTime(withdrawn.at))}</Tag>
                  ) : undefined}
                </p>
                <p class="soft">
                  {named(recipients)} · {channels.map((channel) => purchases.channels[channel]).join(', ')} ·{' '}
                  {dateTime(given.at)}
                </p>
                {withdrawn ? undefined : (
                  <Button busy={busy} onClick={() => takeBack(id)}>
                    {purchases.consentTakeBack}
                    <span class="ds-sr-only">
                      {' '}
                      {purchases.consentKinds[kind]}, {named(recipients)}
                    </span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {forwardings.length === 0 ? undefined : (
            <>
              <h3>{purchases.forwardings}</h3>
              <ul class="plain people">
                {forwardings.map(({ id, recipients, channels, at }) => (
                  <li key={id}>
                    {named(recipients)} · {channels.map((channel) => purchases.channels[channel]).join(', ')} ·{' '}
                    {dateTime(at)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Loaded>
  );
}
