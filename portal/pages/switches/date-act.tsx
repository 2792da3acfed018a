import { ask } from '../../api/client.ts';
import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { DateField, TextField } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import type { SwitchForm } from './switch-form.ts';
import { useSwitchStep } from './use-switch-step.ts';

/**
 * The day: the leaving provider says its last, the others the new one's first (S-49, S-54). Outside the window only the
 * officer's word holds, and with a reason (S-47, A23).
 */
export function DateAct({ work }: { readonly work: SwitchForm }) {
  const { acts, switchActs, switches } = useWords();
  const { side, window, wishedDate, date } = work.one;
  const field = side === 'leaving' ? 'lastDay' : 'on';
  const isOfficer = side === 'officer';
  const initial = { day: date?.[field] ?? (isOfficer ? (wishedDate ?? '') : ''), reason: '', isWished: false };
  const { draft, change, path, version, form } = useSwitchStep(work, 'date', initial);
  const reason = draft.reason.trim();
  const hintOf = side === 'leaving' ? switchActs.lastDayHint : switchActs.onHint;
  return (
    <ActForm
      {...form}
      body={{
        [field]: draft.day,
        ...(isOfficer && reason !== '' ? { reason } : {}),
        ...(isOfficer && draft.isWished ? { wishedByCustomer: true } : {}),
      }}
      missing={{ on: draft.day === '' && acts.lacking.day(switchActs[field]) }}
      act={(key, body) => ask('POST /switches/{switchId}/date', { path, body }, { key, version })}
      submit={switches.acts.setSwitchDate}
    >
      {(errorFor) => (
        <>
          <DateField
            id="date-on"
            label={switchActs[field]}
            hint={window && hintOf(shortDate(window.earliest), shortDate(window.latest))}
            error={errorFor('on') ?? errorFor(field)}
            value={draft.day}
            onValue={(day) => change({ day })}
          />
          {isOfficer ? (
            <>
              <TextField
                id="date-reason"
                label={switches.reason}
                hint={switchActs.dateReasonHint}
                optional
                error={errorFor('reason')}
                value={draft.reason}
                onValue={(next) => change({ reason: next })}
              />
              <Checkbox
                label={switchActs.wishedByCustomer}
                checked={draft.isWished}
                onChecked={(isWished) => change({ isWished })}
              />
            </>
          ) : undefined}
        </>
      )}
    </ActForm>
  );
}
