import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Deputy, DeputyRole, isDeputyOver } from '../../../shared/domain/deputy.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deputyStore } from '../../../shared/stores/deputy-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { appoint, relieved, roleLent } from './appointing.ts';

/** A caseload or a role is handed to another person from one day to another, by its owner or by the head. */
export const appointDeputy = endpoint({
  summary: 'Hand a caseload or a role to another person for a time',
  body: z.strictObject({
    forUserId: SafeId.meta({ example: 'O1' }),
    deputyUserId: SafeId.meta({ example: 'O2' }),
    role: DeputyRole,
    from: LocalDate,
    to: LocalDate.meta({ description: 'The last day' }),
  }),
  answer: Deputy,
  async run({ body, caller, at }, deps) {
    const { table } = deps;
    const memberships = membershipStore(table);
    const deputies = deputyStore(table);
    const held = {
      absent: await memberships.of(body.forUserId),
      deputy: await memberships.of(body.deputyUserId),
      appointer: await memberships.of(caller.userId),
    };
    const appointed = appoint(body, held, caller, dateOf(at));
    if (!appointed.ok) return appointed;
    const deputy = appointed.value;
    const earlier = await deputies.find(deputy);
    if (earlier && !isDeputyOver(earlier.entity, dateOf(at))) return refuse('conflict', 'deputy-exists');

    const isOfficer = deputy.role === 'officer';
    const over = await memberships.find(isOfficer ? deputy.forUserId : deputy.deputyUserId, deputy.role);
    const membership = roleLent(deputy, held);
    const { forUserId, deputyUserId, role, from, to } = deputy;
    const row = { event: 'deputy-appointed', refs: { forUserId, deputyUserId, role, from, to } };
    return done(deputy, {
      status: 201,
      saves: [
        deputies.save(deputy, earlier),
        isOfficer && over ? memberships.save(relieved(over.entity, deputy), over) : memberships.save(membership, over),
      ],
      rows: [row],
    });
  },
});
