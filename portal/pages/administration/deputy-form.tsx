import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/domain/roles.ts';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { DateField, SelectField } from '../../parts/field.tsx';
import { session } from '../../sign-in/session.ts';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';

type Staff = AnswerOf<'GET /people/staff'>['items'][number];

/** The head appoints for the municipality's own, everybody else for themselves and what they are. */
function useAbsent(staff: readonly Staff[]): readonly Staff[] {
  const { me } = useStore(session);
  const own = staff.filter(({ now, deputyFor }) => now && deputyFor === undefined);
  if (me?.role === 'head') return own.filter(({ providerId }) => providerId === undefined);
  return own.filter(({ userId, role }) => userId === me?.userId && role === me.role);
}

export function DeputyForm({ again }: { readonly again: () => void }) {
  const { administration, shell } = useWords();
  const { deputies, choose } = administration;
  const staff = useAsk('GET /people/staff').value?.items ?? [];
  const absent = useAbsent(staff);
  const [draft, setDraft] = useState({ whose: '', deputy: '', from: '', to: '' });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const keyOf = ({ userId, role }: { readonly userId: string; readonly role: Role }) => `${userId} ${role}`;
  const wanted = absent.find((one) => keyOf(one) === draft.whose);
  const able = staff.filter(
    ({ userId, role, providerId, now }) =>
      now && wanted && userId !== wanted.userId && providerId === wanted.providerId && isAble(role, wanted.role),
  );
  const people = [...new Map(able.map((one) => [one.userId, one])).values()];
  const body = {
    ...{ forUserId: wanted?.userId ?? '', deputyUserId: draft.deputy, role: wanted?.role ?? ('officer' as const) },
    ...{ from: draft.from, to: draft.to },
  };
  return (
    <ActForm
      id="deputy"
      body={body}
      missing={{
        forUserId: wanted === undefined && deputies.missing.whose,
        deputyUserId: draft.deputy === '' && deputies.missing.deputy,
        from: draft.from === '' && deputies.missing.from,
        to: draft.to === '' && deputies.missing.to,
      }}
      act={async (key, said) =>
        atField(await ask('POST /people/deputies', { body: said }, { key }), () => 'deputyUserId')
      }
      onDone={again}
      onConflict={again}
      again={again}
      submit={deputies.submit}
    >
      {(errorFor) => (
        <>
          <SelectField
            id="deputy-forUserId"
            label={deputies.whose}
            error={errorFor('forUserId') ?? errorFor('role')}
            value={draft.whose}
            onValue={(whose) => change({ whose, deputy: '' })}
            options={[
              { value: '', text: choose },
              ...absent.map((one) => ({
                value: keyOf(one),
                text: `${one.name ?? one.userId}, ${shell.roles[one.role]}`,
              })),
            ]}
          />
          <SelectField
            id="deputy-deputyUserId"
            label={deputies.deputy}
            error={errorFor('deputyUserId')}
            value={draft.deputy}
            onValue={(deputy) => change({ deputy })}
            options={[
              { value: '', text: choose },
              ...people.map(({ userId, name }) => ({ value: userId, text: name ?? userId })),
            ]}
          />
          <DateField
            id="deputy-from"
            label={administration.from}
            error={errorFor('from')}
            value={draft.from}
            onValue={(from) => change({ from })}
          />
          <DateField
            id="deputy-to"
            label={administration.to}
            error={errorFor('to')}
            value={draft.to}
            onValue={(to) => change({ to })}
          />
        </>
      )}
    </ActForm>
  );
}

/** An officer's caseload goes to an officer; every other role to anybody of the same house. */
const isAble = (role: Role, wanted: Role): boolean => wanted !== 'officer' || role === 'officer';
