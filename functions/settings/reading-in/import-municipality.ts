import * as z from 'zod';
import { EmailAddress } from '../../../shared/domain/email-address.ts';
import { guarded, guardedPhone } from '../../../shared/domain/free-text.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { packNamed } from '../../../shared/packs/packs.ts';
import { inUse, withSettings } from '../../../shared/packs/settings.ts';
import { layBefore } from '../../../shared/steps/commit.ts';
import { together } from '../../../shared/steps/effects.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { Brand, Help, type Settings, settingsStore } from '../../../shared/stores/settings-store.ts';
import { widened } from '../../people/door.ts';
import { unlivable } from './held-against.ts';
import { importEffects } from './import-step.ts';
import { aheadOf, readMunicipalityFile } from './municipality-file.ts';
import { membershipsIn, municipalityParts } from './municipality-parts-step.ts';

/** Help as it is written in: it is shown on every page, for anybody to read. */
const HelpIn = Help.extend({
  phone: guardedPhone(z.string().trim().min(1).max(40)).optional(),
  email: guarded(EmailAddress).optional(),
});

const Body = z.strictObject({
  pack: z.string().optional().meta({ description: 'The routine; as before when left out, the first time leksand' }),
  set: z
    .array(z.string())
    .optional()
    .meta({ description: 'key=value, as on the command line; as before when left out, with the same routine' }),
  invoiceAddress: guarded(z.string().min(1).max(200))
    .optional()
    .meta({ description: 'As before when left out, the first time Fakturaenheten' }),
  brand: Brand.optional().meta({ description: 'The colour that the portal wears, #rrggbb; as before when left out' }),
  help: HelpIn.optional().meta({ description: 'Whom to turn to about the portal; as before when left out' }),
  /** Read once more as a whole, so that every fault is named, not only those of the shape. */
  file: z.unknown().meta({
    description: 'cases.json; its cases become living orders (A70); at most 500 cases, and more by POST /imports',
  }),
});

/** What the municipality has chosen: as it is written in now, as before where it is left out, or as it begins. */
const choicesAfter = (said: z.infer<typeof Body>, before: Settings | undefined) => {
  const pack = said.pack ?? before?.pack ?? 'leksand';
  return {
    pack,
    // Another routine's settings are no settings of this one.
    set: said.set ?? (before?.pack === pack ? before.overrides : []),
    invoiceAddress: said.invoiceAddress ?? before?.invoiceAddress ?? 'Fakturaenheten',
  };
};

/** What is read in while somebody waits. */
const mostCases = 500;

/** An administrator reads in a municipality: its routine, rates, providers and people, and the cases it already has. */
export const importMunicipality = endpoint({
  summary: 'Read in a municipality, its people and its cases',
  body: Body,
  answer: z.object({ providers: z.int(), units: z.int(), people: z.int(), cases: z.int() }),
  async run({ body, caller, at }, deps) {
    const read = readMunicipalityFile(body.file);
    if (!read.ok) return read;
    if (read.value.cases.length > mostCases)
      return refuse('invalid', 'too-many-cases', [{ at: 'body.file.cases', code: 'too-many-cases' }]);
    // Four eyes (A72): nobody gives themselves a role by a file either.
    const held = await membershipStore(deps.table).of(caller.userId);
    const theirs = membershipsIn(read.value).filter(({ userId }) => userId === caller.userId);
    if (widened(theirs, held).length > 0) return refuse('forbidden', 'own-role');
    const before = (await settingsStore(deps.table).find())?.entity;
    const { cases } = read.value;
    const faults = [...aheadOf(dateOf(at), read.value), ...unlivable(cases, before?.services)];
    if (faults.length > 0) return refuse('invalid', 'bad-cases', faults);
    const chosen = choicesAfter(body, before);
    const pack = packNamed(chosen.pack);
    if (!pack) return refuse('invalid', 'bad-request', [{ at: 'body.pack', code: 'unknown-pack' }]);
    const set = withSettings(pack, chosen.set);
    if (!set.ok) return set;
    const usable = inUse(set.value);
    if (!usable.ok) return usable;

    const file = read.value;
    const reading = municipalityParts(file, { pack: set.value, at, by: caller.userId }, deps);
    let step = await reading.next();
    // Not with the rest: what is left to write, as the ceilings, is counted over the effects of these.
    for (; !step.done; step = await reading.next())
      if (!(await layBefore(step.value, { by: caller, at }, deps))) return refuse('conflict', 'changed-meanwhile');
    const counts = step.value;
    const effects = await importEffects({ ...body, ...chosen, file, pack: set.value }, { at, by: caller.userId }, deps);
    const row = { event: 'municipality-imported', refs: { pack: chosen.pack, ...counts } };
    return done(counts, together(effects, { rows: [row] }));
  },
});
