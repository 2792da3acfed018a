import type { Role } from '../../../shared/domain/roles.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { DateField, SelectField, TextField } from '../../parts/field.tsx';
import type { ErrorFor } from '../orders/act-form.tsx';

export type RoleDraft = {
  readonly role: '' | Role;
  readonly providerId: string;
  readonly unit: string;
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  /** Kronor, up to which a head attests alone. */
  readonly limit: string;
};
export const emptyRole: RoleDraft = { role: '', providerId: '', unit: '', unitId: '', from: '', to: '', limit: '' };
export const isProviders = (role: RoleDraft['role']): boolean => role === 'provider' || role === 'provider-manager';

const ofUnits: readonly RoleDraft['role'][] = [
  ...(['ordering-manager', 'ordering-administrator', 'ordering-officer'] as const),
  ...(['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'] as const),
];
export const isUnits = (role: RoleDraft['role']): boolean => ofUnits.includes(role);

type Props = {
  readonly at: number;
  readonly draft: RoleDraft;
  readonly change: (part: Partial<RoleDraft>) => void;
  readonly errorFor: ErrorFor;
};

/** One role of somebody: which, where, and on which days. */
export function RoleFields({ at, draft, change, errorFor }: Props) {
  const { administration, parties, shell } = useWords();
  const { staff, choose } = administration;
  const providers = useAsk('GET /settings').value?.providers ?? [];
  const units = useAsk('GET /units').value?.items;
  const id = (field: string) => `person-roles[${at}]-${field}`;
  const isRole = (text: string): text is RoleDraft['role'] => text === '' || Object.hasOwn(shell.roles, text);
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{staff.roleNr(at + 1)}</legend>
      <SelectField
        id={id('role')}
        label={staff.role}
        error={errorFor('role')}
        value={draft.role}
        onValue={(role) => isRole(role) && change({ role })}
        options={[
          { value: '', text: choose },
          ...Object.entries(shell.roles).map(([value, text]) => ({ value, text })),
        ]}
      />
      {isProviders(draft.role) ? (
        <SelectField
          id={id('providerId')}
          label={staff.provider}
          error={errorFor('providerId')}
          value={draft.providerId}
          onValue={(providerId) => change({ providerId })}
          options={[{ value: '', text: choose }, ...providers.map((one) => ({ value: one.id, text: one.name }))]}
        />
      ) : undefined}
      {isUnits(draft.role) ? (
        <SelectField
          id={id('unitId')}
          label={staff.unit}
          hint={units?.length === 0 ? staff.noUnits : undefined}
          error={errorFor('unitId')}
          value={draft.unitId}
          onValue={(unitId) => change({ unitId })}
          options={[{ value: '', text: choose }, ...(units ?? []).map((one) => ({ value: one.id, text: one.name }))]}
        />
      ) : (
        <TextField
          id={id('unit')}
          label={staff.unit}
          optional
          error={errorFor('unit')}
          value={draft.unit}
          onValue={(unit) => change({ unit })}
        />
      )}
      {draft.role === 'head' ? (
        <TextField
          id={id('attestLimitOre')}
          label={parties.limit}
          hint={parties.limitHint}
          optional
          width="medium"
          error={errorFor('attestLimitOre')}
          value={draft.limit}
          onValue={(limit) => change({ limit })}
        />
      ) : undefined}
      <DateField
        id={id('from')}
        label={staff.from}
        hint={staff.fromHint}
        optional
        error={errorFor('from')}
        value={draft.from}
        onValue={(from) => change({ from })}
      />
      <DateField
        id={id('to')}
        label={staff.to}
        hint={staff.toHint}
        optional
        error={errorFor('to')}
        value={draft.to}
        onValue={(to) => change({ to })}
      />
    </fieldset>
  );
}
