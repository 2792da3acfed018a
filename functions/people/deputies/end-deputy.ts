import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Deputy, DeputyRole, isDeputyOver } from '../../../shared/domain/deputy.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deputyStore } from '../../../shared/stores/deputy-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { mayNotAppoint, roleTakenBack, unrelieved } from './appointing.ts';

/** What was handed over is taken back at once, before its last day, by those who may hand it over. */
export const endDeputy = endpoint({
  summary: 'Take back what was handed over, before its last day',
  body: z.strictObject({ forUserId: SafeId, deputyUserId: SafeId, role: DeputyRole, from: LocalDate }),
  answer: Deputy,
  async run({ body, caller, at }, deps) {
    const { table } = deps;
    const deputies = deputyStore(table);
    const stored = await deputies.find(body);
    if (!stored || mayNotAppoint(body, caller)) return refuse('missing', 'deputy-not-found');
    if (isDeputyOver(stored.entity, dateOf(at))) return refuse('conflict', 'deputy-ended');
    const ended = { ...stored.entity, endedAt: at };

    const memberships = membershipStore(table);
    const isOfficer = body.role === 'officer';
    const membership = await memberships.find(isOfficer ? body.forUserId : body.deputyUserId, body.role);
    const next =
      membership &&
      (isOfficer ? unrelieved(membership.entity, body) : roleTakenBack(membership.entity, body, dateOf(at)));
    const row = { event: 'deputy-ended', refs: { ...body } };
    return done(ended, {
      saves: [deputies.save(ended, stored), ...(next ? [memberships.save(next, membership)] : [])],
      rows: [row],
    });
  },
});
