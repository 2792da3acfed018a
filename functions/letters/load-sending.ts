import type { Letter } from '../../shared/domain/letter.ts';
import { dateOf, type Instant } from '../../shared/domain/local-time.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { identityStore } from '../../shared/stores/identity-store.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { compose } from './compose.ts';
import { ask, block, markSent, takeLease } from './delivery.ts';
import { type Block, objections, wordsToRecognise } from './letter-guard.ts';

/** Everything that speaks against the letter: its fields, what reads as a number, the customer's own words. */
async function blocksOf(letter: Letter, text: string, deps: Deps): Promise<readonly Block[]> {
  const { caseNo } = letter.fields;
  const recognised = caseNo
    ? await identityStore(deps.table, deps.identityKeys).recognise(caseNo, wordsToRecognise(letter.fields))
    : { protected: false, known: 0 };
  return [
    ...objections(letter, text),
    ...(recognised.known > 0 ? (['KNOWN_NAME'] as const) : []),
    ...(recognised.protected ? (['PROTECTED_IDENTITY'] as const) : []),
  ];
}

/** What the municipality lets its mail say of a case today; nothing where no routine says otherwise (A46). */
async function allowedFor({ fields }: Letter, at: Instant, { table }: Deps): Promise<'E0' | 'E1'> {
  if (fields.caseNo === undefined) return 'E0';
  const routine = await routineOn(table, dateOf(at));
  return routine.ok ? routine.value.pack.params['email.allowedFields'] : 'E0';
}

/** One letter, as far as it can come now. The lease is committed before the mailer is called, and `sent` after. */
export async function sendOne(stored: Stored<Letter>, at: Instant, deps: Deps): Promise<boolean> {
  const letters = letterStore(deps.table);
  const commit = async (next: Letter, over: Stored<Letter>) =>
    (await deps.table.commit([letters.save(next, over)])) === 'committed';
  if (stored.entity.state === 'sending') return commit(ask(stored.entity), stored);

  const { subject, text } = compose(
    stored.entity.kind,
    stored.entity.fields,
    await allowedFor(stored.entity, at, deps),
  );
  const blocks = await blocksOf(stored.entity, `${subject}\n${text}`, deps);
  if (blocks.length > 0) return commit(block(stored.entity, blocks), stored);

  const owner = deps.newId('utskick');
  if (!(await commit(takeLease(stored.entity, owner, at), stored))) return false;
  const leased = await letters.find(stored.entity.id);
  // Someone else's lease, or time has run out on ours: not ours to send.
  if (leased?.entity.lease?.owner !== owner || leased.entity.lease.until < deps.clock.now()) return false;
  await deps.mailer.send({ letterId: leased.entity.id, to: leased.entity.to, subject, text, at: deps.clock.now() });
  return commit(markSent(leased.entity, deps.clock.now()), leased);
}
