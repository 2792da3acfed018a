import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { EmailOrNone } from '../../../shared/domain/email-address.ts';
import { guarded, guardedPhone } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { PeppolEndpoint } from '../../../shared/domain/peppol-endpoint.ts';
import { Permit } from '../../../shared/domain/provider-standing.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { FormatName } from '../../../shared/packs/report-format.ts';
import { Provider, ProviderContact, providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { joinTurns, loadTurnList } from '../../choices/door.ts';
import { changedAccount } from './payee-account.ts';
import { watchPermit } from './permit-step.ts';
import { formatFaults, providerFileFaults, savedProvider } from './provider-file.ts';

const Body = z.strictObject({
  number: z.int().min(1).max(9_999).meta({ description: "The provider's number on the turn list (L-07)" }),
  name: guarded(z.string().trim().min(1).max(200).regex(oneLine)),
  kind: z.enum(['municipal', 'private']),
  email: guarded(EmailOrNone),
  phone: guardedPhone(z.string().trim().max(40)).optional(),
  contacts: z
    .array(
      ProviderContact.extend({
        name: guarded(z.string().max(200)).optional(),
        phone: guardedPhone(z.string().max(40)),
        email: guarded(EmailOrNone),
      }),
    )
    .max(20)
    .optional(),
  areas: z.array(SafeId).max(100).optional().meta({ description: 'Codes of the areas it goes to; everywhere without' }),
  offers: guarded(z.string().trim().max(4_000)).optional().meta({ description: 'Shown to the public (L-04)' }),
  permit: Permit.nullish().meta({ description: "The inspectorate's permit; as before when left out, null: none" }),
  organisationNumber: z
    .string()
    .regex(/^\d{6}-?\d{4}$/)
    .optional()
    .meta({ description: 'As before when left out, as are the address and where it is paid' }),
  address: guarded(z.string().trim().max(200).regex(oneLine)).optional(),
  postcode: z
    .string()
    .regex(/^\d{3} ?\d\d$/)
    .optional(),
  town: guarded(z.string().trim().max(100).regex(oneLine)).optional(),
  bankgiro: z
    .string()
    .regex(/^\d{3,4}-?\d{4}$/)
    .optional(),
  plusgiro: z
    .string()
    .regex(/^\d{1,7}-?\d$/)
    .optional(),
  endpoint: PeppolEndpoint.optional().meta({ description: 'By what it is reached in Peppol' }),
  vat: z
    .enum(['E', 'S25'])
    .optional()
    .meta({ description: 'Exempt from tax, as when nothing is said, or 25 per cent' }),
  format: FormatName.nullish().meta({
    description: 'The name of the pack’s map of the provider’s own print; as before when left out, null: none',
  }),
  approvedFrom: LocalDate.optional().meta({ description: 'First day of the approval; today when left out' }),
});

/**
 * An administrator approves a provider, or changes what is known of one: contacts, areas, what it offers. A newly
 * approved one joins the turn list last (L-06).
 */
export const saveProvider = endpoint({
  summary: 'Approve a provider, or change its details',
  path: z.object({ providerId: SafeId }),
  body: Body,
  answer: Provider.extend({ version: z.int() }),
  async run({ path: { providerId }, body, caller, at, ifMatch }, deps) {
    const { table } = deps;
    const today = dateOf(at);
    const routine = await routineOn(table, today);
    if (!routine.ok) return routine;
    const stored = await providerStore(table).find(providerId);
    if (ifMatch !== undefined && ifMatch !== (stored?.version ?? 0)) return refuse('conflict', 'stale-version');
    const list = await loadTurnList(table);
    const others = (await providerStore(table).all()).filter(({ id }) => id !== providerId);
    const faults = [
      ...providerFileFaults(body, stored?.entity, others, list),
      ...formatFaults(body.format, routine.value.pack),
    ];
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults);

    const next = savedProvider(providerId, body, stored?.entity, today);
    const watched = await watchPermit(next, stored?.entity, at, deps);
    const joins = routine.value.pack.modules.includes('choices');
    const by = { by: caller.userId, at };
    const account = stored && changedAccount(stored.entity, next);
    const row = { event: stored ? 'provider-changed' : 'provider-approved', providerId };
    const version = (stored?.version ?? 0) + 1;
    return done(
      { ...next, version },
      {
        status: stored ? 200 : 201,
        version,
        saves: [
          providerStore(table).save(next, stored),
          ...(joins ? await joinTurns(deps, { provider: providerId, number: next.number }, by) : []),
        ],
        deadlines: watched,
        rows: ownRows(
          [row, ...(account ? [{ event: 'provider-account-changed', providerId, refs: account }] : [])],
          routine.value.pack,
        ),
      },
    );
  },
});
