import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';
import type { PurchaseShown } from './purchase-form.ts';

type Condition = PurchaseShown['conditions'][number];

function Conditions({ heading, of }: { readonly heading: string; readonly of: readonly Condition[] }) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  if (of.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul class="plain switch-tasks">
        {of.map(({ what, rule, level, text, met }) => (
          <li key={`${what} ${rule}`} data-met={met}>
            <Tag tone={met ? 'success' : level === 'BLK' ? 'danger' : 'warning'}>
              {met ? purchases.there : purchases.left}
            </Tag>
            <p>
              {purchases.conditions[what]} <span class="rule">{rule}</span>
              {met ? undefined : (
                <>
                  <br />
                  <small class="soft">
                    <span lang="sv">{text}</span> {purchases.levels[level]}.
                  </small>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the routine asks before the decision and before help begins: ticked, or still missing with its rule in words. */
export function MissingList({ one: { conditions } }: { readonly one: PurchaseShown }) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  if (conditions.length === 0) return <p class="soft">{purchases.missingOver}</p>;
  const before = (step: Condition['before']) => conditions.filter((one) => one.before === step);
  return (
    <>
      {conditions.every(({ met }) => met) ? <p>{purchases.missingNone}</p> : undefined}
      <Conditions heading={purchases.beforeDecision} of={before('decision')} />
      <Conditions heading={purchases.beforeStart} of={before('start')} />
    </>
  );
}
