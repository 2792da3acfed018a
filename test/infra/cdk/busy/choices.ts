import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = { readonly officer: Actor; readonly manager: Actor; readonly administrator: Actor };
type File = { readonly providers: readonly object[] };

/** A list drawn up, a turn taken, ceilings reached by every way in that gives a customer, and a provider that comes and goes. */
export async function busyChoices(ask: Ask, { officer, manager, administrator }: Cast, file: File, lastDay: string) {
  const customer = { name: 'Elsa Prov' };
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const p1 = { providerId: 'P1' };
  const p9 = { providerId: 'P9' };
  await ask(manager, 'declareCeiling', p1, { value: 100_000 });
  await ask(manager, 'declareCeiling', p1, { value: null });
  // From here on whatever gives P1 a customer, or takes one, is counted.
  await ask(manager, 'declareCeiling', p1, { value: 100_000 });
  await ask(manager, 'getCapacity', p1);

  const details = { number: 9, name: 'Omsorg Nio AB', kind: 'private', email: 'p9@utforare.example' };
  await ask(administrator, 'saveProvider', p9, details);
  // Another's permit ends soon: the administrators are told of it at once.
  const permit = { from: '2026-01-01', to: '2026-12-31' };
  const third = { number: 3, name: 'Trygg Hemma i Exempelby AB', kind: 'private', email: 'p3@utforare3.example' };
  await ask(administrator, 'saveProvider', { providerId: 'P3' }, { ...third, permit });
  const order = (caseNo: string, more = {}) =>
    ask(officer, 'placeOrder', {}, { caseNo, ...p9, services, customer, ...more });
  // A case that is read in fills what it can take: the officers are told of it.
  await ask(administrator, 'declareCeiling', p9, { value: 10 });
  const known = { caseNo: 'A-9205', ...p9, officerId: officer.userId, services, from: '2026-10-01' };
  const provider = { id: 'P9', number: 9, kind: 'private' };
  const grown = { ...file, providers: [...file.providers, provider], cases: [known] };
  await ask(administrator, 'importMunicipality', {}, { file: grown, set: ['review.months=12'] });
  await order('A-9201');
  await order('A-9203', { from: '2027-02-01' });
  await ask(administrator, 'declareCeiling', p9, { value: 25 });
  await order('A-9202');
  await ask(administrator, 'declareCeiling', p9, { value: null });
  await ask(administrator, 'declareCeiling', p9, { value: 20 });
  const nine = { ...provider, ceilingHours: 20 };
  await ask(
    administrator,
    'importMunicipality',
    {},
    { file: { ...file, providers: [...file.providers, nine], cases: [] }, set: ['review.months=12'] },
  );
  await ask(administrator, 'pauseProvider', p9, { from: '2026-10-01', reason: 'semester' });
  await ask(administrator, 'resumeProvider', p9, {});

  const all = ['P1', 'P2', 'P3', 'P9'].map((providerId) => ({ providerId, number: Number(providerId.slice(1)) }));
  await ask(officer, 'arrangeTurns', {}, { providers: all });
  await ask(officer, 'listTurns');
  await ask(manager, 'exportTurns');
  await ask(administrator, 'endProvider', p9, { lastDay, to: { 'A-9201': 'P1' } });
  await ask(administrator, 'endProvider', p9, { lastDay, to: 'TURNS' });
}
