import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/domain/roles.ts';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { oreIn, oreWritten } from '../invoices/invoice-shown.ts';
import { ActForm } from '../orders/act-form.tsx';
import { leftAtField } from './left-at-field.ts';
import { emptyRole, isProviders, isUnits, type RoleDraft, RoleFields } from './role-fields.tsx';

type Staff = AnswerOf<'GET /people/staff'>['items'][number];
type Body = NonNullable<Asked<'PUT /people/staff/{userId}'>['body']>;
type Given = Body['roles'][number];

const roleOf = ({ role, providerId, unit, unitId, from, to, limit }: RoleDraft & { readonly role: Role }): Given => ({
  role,
  ...(role === 'head' ? { attestLimitOre: limit.trim() === '' ? null : (oreIn(limit) ?? null) } : {}),
  ...(isProviders(role) && providerId !== '' ? { providerId } : {}),
  ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
  // Only a unit's role is asked which; what another was given with is kept.
  ...(unitId === '' ? {} : { unitId }),
  ...(from === '' ? {} : { from }),
  ...(to === '' ? {} : { to }),
});
const isNoAmount = (text: string): boolean => text.trim() !== '' && (oreIn(text) ?? -1) < 0;
const isChosen = (one: RoleDraft): one is RoleDraft & { readonly role: Role } => one.role !== '';

const draftOf = ({ role, providerId = '', unit = '', unitId = '', from = '', to = '', ...one }: Staff): RoleDraft => ({
  ...{ role, providerId, unit, unitId, from, to },
  limit: one.attestLimitOre === undefined ? '' : oreWritten(one.attestLimitOre),
});

type Props = { readonly held: readonly Staff[]; readonly onDone: (userId: string) => void };

/** Somebody is taken in, or gets another name, address or other roles; what has been lent for a time is not shown. */
export function PersonForm({ held, onDone }: Props) {
  const { administration, parties } = useWords();
  const { staff } = administration;
  const own = held.filter(({ deputyFor }) => deputyFor === undefined);
  const [userId, setUserId] = useState(held[0]?.userId ?? '');
  const [name, setName] = useState(held.find((one) => one.name)?.name ?? '');
  const [email, setEmail] = useState(held.find((one) => one.email)?.email ?? '');
  const [roles, setRoles] = useState<readonly RoleDraft[]>(own.length > 0 ? own.map(draftOf) : [emptyRole]);
  const isNew = held.length === 0;
  const put = (at: number, part: Partial<RoleDraft>) =>
    setRoles(roles.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const wanted = userId.trim();
  const body: Body = {
    name: name.trim(),
    ...(email.trim() === '' ? {} : { email: email.trim() }),
    roles: roles.filter(isChosen).map(roleOf),
  };
  const lacking = roles.flatMap(({ role, providerId, unitId, limit }, at) => [
    [`roles[${at}]-role`, role === '' && isNew && staff.missing.role] as const,
    [`roles[${at}]-providerId`, isProviders(role) && providerId === '' && staff.missing.provider] as const,
    [`roles[${at}]-attestLimitOre`, role === 'head' && isNoAmount(limit) && parties.limitWrong] as const,
    [`roles[${at}]-unitId`, isUnits(role) && unitId === '' && staff.missing.unit] as const,
  ]);
  return (
    <ActForm
      id="person"
      body={body}
      missing={{
        id: wanted === '' && staff.missing.id,
        name: name.trim() === '' && staff.missing.name,
        ...Object.fromEntries(lacking),
      }}
      act={async (key, said) =>
        leftAtField(await ask('PUT /people/staff/{userId}', { path: { userId: wanted }, body: said }, { key }), 'name')
      }
      onDone={(answer) => onDone(answer.userId)}
      onConflict={() => undefined}
      again={() => undefined}
      submit={staff.save}
    >
      {(errorFor) => (
        <>
          {isNew ? (
            <TextField
              id="person-id"
              label={staff.id}
              hint={staff.idHint}
              width="medium"
              error={errorFor('id')}
              value={userId}
              onValue={setUserId}
            />
          ) : undefined}
          <TextField id="person-name" label={staff.name} error={errorFor('name')} value={name} onValue={setName} />
          <TextField
            id="person-email"
            label={staff.email}
            optional
            error={errorFor('email')}
            value={email}
            onValue={setEmail}
          />
          {roles.map((one, at) => (
            <RoleFields
              key={at}
              at={at}
              draft={one}
              change={(part) => put(at, part)}
              errorFor={(field) => errorFor(`roles[${at}].${field}`)}
            />
          ))}
          <p>
            <Button onClick={() => setRoles([...roles, emptyRole])}>{staff.addRole}</Button>
          </p>
        </>
      )}
    </ActForm>
  );
}
