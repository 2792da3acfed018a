import { ask } from '../../../api/client.ts';
import { useWords } from '../../../app/language.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { useReceiversPeople } from '../use-receivers-people.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

const roles: readonly string[] = ['receiving-manager', 'receiving-coordinator'];

/** The message to manager and coordinator both (B-15). */
export function SendAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const { shell } = useWords();
  const { draft, change, path, version, form } = usePurchaseStep<{ readonly to: readonly string[] }>(work, 'message', {
    to: [],
  });
  const { to } = draft;
  const { asking, people } = useReceiversPeople(work.one);
  const those = people.filter(({ role }) => roles.includes(role));
  return (
    <Loaded of={asking}>
      {() => (
        <ActForm
          {...form}
          body={{ to: [...to] }}
          missing={{ to: to.length === 0 && say.sendToMissing }}
          act={(key, body) => ask('POST /purchases/{purchaseId}/message', { path, body }, { key, version })}
          submit={say.titles.sendPurchase}
        >
          {(errorFor) => (
            <fieldset id="message-to" class="ds-fieldset" tabIndex={-1}>
              <legend class="ds-label">{say.sendTo}</legend>
              {errorFor('to') === undefined ? undefined : (
                <p class="ds-validation-message" data-color="danger">
                  {errorFor('to')}
                </p>
              )}
              {those.length === 0 ? <p>{say.sendNobody}</p> : undefined}
              {those.map(({ userId, name, role }) => (
                <Checkbox
                  key={`${userId} ${role}`}
                  label={`${name ?? userId}, ${shell.roles[role]}`}
                  checked={to.includes(userId)}
                  onChecked={(isOn) => change({ to: isOn ? [...to, userId] : to.filter((one) => one !== userId) })}
                />
              ))}
            </fieldset>
          )}
        </ActForm>
      )}
    </Loaded>
  );
}
