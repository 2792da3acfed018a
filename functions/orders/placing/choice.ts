import type { Assignment } from '../../../shared/domain/assignment.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { TurnKind } from '../../../shared/domain/turn-list.ts';
import type { Why } from '../../../shared/domain/why.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Arrangement } from '../arrangement.ts';
import type { OrderIn } from './order-body.ts';

type Choice = NonNullable<Order['choice']>;
type How = Choice['how'];

/** Who is to have an order: a provider that is named already, or the one whose turn it is. */
export type Wanted =
  | { readonly how: 'CHOSEN' | 'URGENT_EXISTING'; readonly providerId: string }
  | { readonly how: 'ABSTAINED' | 'URGENT_TURN'; readonly turn: TurnKind };

const isInForce = ({ from, to }: Pick<Assignment, 'from' | 'to'>, today: LocalDate): boolean =>
  from <= today && (to === null || today <= to);

/**
 * Who is to have the order: the provider chosen (L-02, S-01), or the one whose turn it is when the customer abstains
 * (L-05, S-02, S-03). An urgent one goes to the provider that the customer has (S-18, S-35), else by the same list
 * where the routine says so (S-16, S-34, A12): nobody picks from it by hand (L-08).
 */
export function wantedProvider(
  { urgent, providerId, abstains }: Pick<OrderIn, 'urgent' | 'providerId' | 'abstains'>,
  earlier: readonly Assignment[],
  today: LocalDate,
  { params }: Pack,
): Result<Wanted, 'case-has-provider' | 'bad-request'> {
  const existing = urgent ? earlier.filter((assignment) => isInForce(assignment, today)) : [];
  const [current] = existing;
  // Which of them is for the one who asks to say: one by day, another at night (A74).
  if (providerId === undefined && existing.some((one) => one.providerId !== current?.providerId))
    return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'several-providers' }]);
  if (current) {
    const asked = providerId ?? current.providerId;
    return existing.some((one) => one.providerId === asked)
      ? accept({ how: 'URGENT_EXISTING', providerId: asked })
      : refuse('conflict', 'case-has-provider');
  }
  if (urgent && params['rotation.urgent'] === 'LIST') {
    if (providerId === undefined) return accept({ how: 'URGENT_TURN', turn: 'URGENT' });
    return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'urgent-by-list' }]);
  }
  if (abstains) return accept({ how: 'ABSTAINED', turn: 'NONCHOICE' });
  if (providerId !== undefined) return accept({ how: 'CHOSEN', providerId });
  return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'missing-field' }]);
}

const byChoice = (how: How) => how === 'CHOSEN' || how === 'ABSTAINED';

/**
 * What the routine asks for beside the order and nobody has said yet: a warning, never a refusal (L-01, L-03, S-05,
 * S-16, S-20).
 */
export function remarks(asked: OrderIn, how: How, { rules }: Arrangement): readonly Why[] {
  const { choice, urgent, neededBy, phonedAt, customer } = asked;
  const remark = (rule: string | undefined, isMissing: boolean, text: string): readonly Why[] =>
    rule !== undefined && isMissing ? [{ rule, text }] : [];
  const isOral = how === 'CHOSEN' && choice?.mode === 'ORAL';
  return [
    ...(byChoice(how)
      ? [
          ...remark(
            rules.mode,
            how === 'CHOSEN' && !choice?.mode,
            'Anteckna om kunden valde skriftligt eller muntligt.',
          ),
          ...remark(rules.informed, !choice?.informedOfChoice, 'Informera kunden om valfrihetssystemet.'),
          ...remark(rules.handedOver, !choice?.informationHandedOver, 'Lämna informationen om utförarna till kunden.'),
          ...remark(rules.form, !choice?.formDocumentId && !isOral, 'Lägg blanketten i akten.'),
        ]
      : []),
    ...remark(
      rules.paper,
      customer !== undefined && !(customer.address?.trim() && customer.phone?.trim()),
      'Anteckna kundens adress och telefon: de ska stå på uppdraget på papper.',
    ),
    ...remark(rules.urgentAsked, urgent === true && !neededBy, 'Ange när den akuta hjälpen behövs.'),
    ...remark(rules.urgentAsked, urgent === true && !phonedAt, 'Ring utföraren om det akuta uppdraget.'),
  ];
}

/** How the provider got the order, as it is registered. */
export const choiceOf = ({ choice }: Pick<OrderIn, 'choice'>, how: How, pick: number | undefined): Choice => ({
  how,
  ...(how === 'CHOSEN' && choice?.mode ? { mode: choice.mode } : {}),
  ...(choice?.formDocumentId && byChoice(how) ? { formId: choice.formDocumentId } : {}),
  ...(pick === undefined ? {} : { pick }),
});
