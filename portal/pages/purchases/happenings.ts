import { dateTime, shortDate } from '../../app/format.ts';
import type { AreaWords } from '../../messages/areas.ts';
import { extentInWords } from './extent-words.ts';
import type { PurchaseShown } from './purchase-form.ts';

export type PurchaseHappening = {
  readonly at: string;
  readonly by?: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly rule?: string;
};
type Says = AreaWords['purchases'] & AreaWords['purchaseParts'];

const words = (...said: readonly (string | undefined | false)[]): readonly string[] =>
  said.filter((one): one is string => typeof one === 'string' && one !== '');

/** What has been done in a purchase, by whom and when, the latest first; all of it stands in the purchase itself. */
export function happeningsOf(one: PurchaseShown, says: Says): readonly PurchaseHappening[] {
  const { did } = says;
  const { requested, message, dialogue, binding, decision, registration, handovers, agreement, begun } = one;
  const { followUp, convertedAt, changes, notices, ended, withdrawn, remarks } = { ...one, ...followUpsIn(one) };
  const all: PurchaseHappening[] = [
    { ...requested, title: did.requested, words: [] },
    ...one.declinedBy.map(({ at, reason }) => ({ at, title: did.declined, words: words(reason) })),
    ...(message ? [{ at: message.at, by: message.by, title: did.message, words: [] }] : []),
    ...dialogue.map(({ at, by, heldAt, outcome, words: said }) => ({
      ...{ at, by, title: did.dialogue },
      words: words(says.heldAt(dateTime(heldAt)), `${says.outcomes[outcome]}.`, said),
    })),
    ...(binding ? [{ at: binding.at, by: binding.by, title: did.binding, words: [says.bindingBanner] }] : []),
    ...(binding?.acknowledged ? [{ ...binding.acknowledged, title: did.acknowledged, words: [] }] : []),
    ...(decision
      ? [
          {
            ...{ at: decision.at, by: decision.by },
            title: decision.accept ? did.accepted : did.declined,
            words: words(decision.reason),
          },
        ]
      : []),
    ...(registration?.registered
      ? [
          {
            ...{ at: registration.registered.at, by: registration.registered.by, title: did.registered },
            words: [says.reference(registration.registered.reference)],
          },
        ]
      : []),
    ...handovers.map(({ at, by, kind }) => ({ at, by, title: did.handover, words: [says.kinds[kind]] })),
    ...agreement.signatures.map(({ at, by, side }) => ({ at, by, title: did.signature, words: [says.signer[side]] })),
    ...(agreement.scan ? [{ at: agreement.scan.at, by: agreement.scan.by, title: did.scan, words: [] }] : []),
    ...(begun
      ? [{ at: begun.at, by: begun.by, title: did.begun, words: [says.visitAt(dateTime(begun.visitAt))] }]
      : []),
    ...followUp.map(({ at, by, side, decision: wish, words: said }) => ({
      ...{ at, by, title: did.followUp },
      words: words(`${says.said[wish](says.signer[side])}.`, said),
    })),
    ...(convertedAt === undefined ? [] : [{ at: convertedAt, title: did.converted, words: [] }]),
    ...changes.flatMap(({ at, by, words: said, extent, to, effective, decision: answer }) => [
      {
        ...{ at, by, title: did.change },
        words: words(
          said,
          extent && extentInWords(extent, says),
          to && `${says.lastDay}: ${shortDate(to, true)}.`,
          effective && says.effective(shortDate(effective, true)),
        ),
      },
      ...(answer
        ? [
            {
              ...{ at: answer.at, by: answer.by },
              title: answer.accept ? did.changeAccepted : did.changeDeclined,
              words: words(answer.reason),
            },
          ]
        : []),
    ]),
    ...notices.map(({ at, by, effective, short, after, reason }) => ({
      ...{ at, by, title: did.notice },
      words: words(
        says.effective(shortDate(effective, true)),
        after && extentInWords(after, says),
        short > 0 && says.shortBy(short),
        reason,
      ),
    })),
    ...(ended
      ? [{ at: ended.at, by: ended.by, title: did.ended, words: words(`${says.causes[ended.cause]}.`, ended.reason) }]
      : []),
    ...(withdrawn
      ? [{ at: withdrawn.at, by: withdrawn.by, title: did.withdrawn, words: words(withdrawn.reason) }]
      : []),
    ...remarks.map(({ at, by, rule, words: said }) => ({ at, by, title: did.remark, words: words(said), rule })),
  ];
  return all.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

const followUpsIn = ({ acute }: PurchaseShown) => ({ followUp: acute?.decisions ?? [] });
