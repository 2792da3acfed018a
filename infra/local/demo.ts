import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readMunicipalityFile } from '../../functions/settings/reading-in/municipality-file.ts';
import { firstDay, type Instant, instantAt, startOfDay } from '../../shared/domain/local-time.ts';
import type { ServiceEntry } from '../../shared/domain/service-entry.ts';
import { installedFonts } from '../../shared/pdf/load-fonts.ts';
import { taggedPdf } from '../../shared/pdf/tagged-pdf.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';
import { addUnits, buyHours } from './demo-purchases.ts';
import type { Machine } from './machine.ts';
import { type Actors, actorsOf } from './scripted-month/actors.ts';
import { decideAsProposed, handInFiles } from './scripted-month/month-acts.ts';
import { type Begun, castOf, orderAll, readIn } from './scripted-month/set-up.ts';

/** The invented month that the tests stand on; the demo municipality is made of the same. */
const fixtures = join(import.meta.dirname, '../../test/fixtures/leksand-2026-10');

const filesOf = async (providerId: string) => ({
  report: await readFile(join(fixtures, `${providerId}-report.csv`)),
  deviations: await readFile(join(fixtures, `${providerId}-deviations.csv`)),
});

const anything = z.unknown();

/** The demo municipality's colour, and a telephone number that is kept for invented ones. */
const demoPortal = { brand: '#14505c', help: { phone: '08-465 004 00', email: 'hjalp@kommun.example' } };

/** What the providers tell those who are about to choose (L-04). */
const offers: Readonly<Record<string, string>> = {
  P1: 'Kommunens egen hemtjänst: dag, kväll och natt, också med kort varsel.',
  P2: 'Omvårdnad, städning, tvätt och inköp, alla dagar mellan 7 och 22. Personalen talar svenska och finska.',
  P3: 'Omvårdnad och service i hela kommunen. Samma kontaktperson varje vecka.',
};

/** Coordinators, who confirm and begin but do not sign, so that both of a provider's roles can be tried. */
async function addCoordinators(machine: Machine, providerIds: readonly string[]): Promise<void> {
  const { table } = machine.deps;
  for (const providerId of providerIds) {
    const userId = `K${providerId.replace(/\D/g, '')}`;
    const coordinator = { userId, role: 'provider', providerId, name: `Samordnare ${userId.slice(1)}` } as const;
    await table.commit([membershipStore(table).save(coordinator, undefined)]);
  }
}

/** The two who take no part in the months: the night patrol, and home nursing. */
async function addNightAndNurse({ deps: { table } }: Machine): Promise<void> {
  const patrol = { userId: 'N1', role: 'night-patrol', name: 'Nattpatrullen Prov' } as const;
  const nurse = { userId: 'S1', role: 'nurse', name: 'Sjuksköterska Prov' } as const;
  await table.commit([patrol, nurse].map((one) => membershipStore(table).save(one, undefined)));
}

async function tellOffers({ deps: { table } }: Machine): Promise<void> {
  const providers = providerStore(table);
  for (const [id, text] of Object.entries(offers)) {
    const found = await providers.find(id);
    if (found) await table.commit([providers.save({ ...found.entity, offers: text, phone: '08-465 004 10' }, found)]);
  }
}

/** What may be ordered in the demo municipality, and who pays for it. */
const catalogue: readonly ServiceEntry[] = [
  { code: 'OMV', name: 'Omvårdnad', unit: 'MINUTES', paidBy: 'Socialnämnden' },
  { code: 'SRV', name: 'Service', unit: 'MINUTES', paidBy: 'Socialnämnden' },
  { code: 'LED', name: 'Ledsagning', unit: 'MINUTES', paidBy: 'Socialnämnden' },
  { code: 'AVL', name: 'Avlösning i hemmet', unit: 'MINUTES', paidBy: 'Socialnämnden' },
  { code: 'NATT', name: 'Nattinsats', unit: 'MINUTES', paidBy: 'Socialnämnden' },
  { code: 'TRY', name: 'Trygghetslarm', unit: 'MONTH', paidBy: 'Socialnämnden' },
];

/** The two who get help for the first time this morning: both invented; every test number is another's already. */
const newCustomers = [
  { name: 'Maj-Britt Provström', address: 'Provgatan 3, 793 00 Exempelby' },
  { name: 'Gösta Exempelius', address: 'Provgatan 44, 793 00 Exempelby' },
] as const;
type NewCustomer = (typeof newCustomers)[number];

const Upload = z.looseObject({ documentId: z.string() });

/** What stands in for a scanned care plan: a page that says that it is an example, and names nobody. */
export async function examplePlan(at: Instant): Promise<Uint8Array> {
  const title = 'Genomförandeplan (exempel)';
  const about = { title, author: 'Exempelkommun', subject: 'Exempel i demokommunen', created: new Date(at) };
  const pdf = taggedPdf(about, installedFonts());
  pdf.heading(1, title);
  pdf.paragraph('I demokommunen står det här bladet i stället för en inskannad plan. Det handlar inte om någon.');
  return pdf.bytes(title);
}

/** Nearly every customer has signed a care plan (L-54, L-55); for one in fifteen it is still to come, and late. */
const givesPlan = (machine: Machine, people: Actors, plan: Uint8Array) => async (begun: Begun) => {
  const { orderId, caseNo, day, manager } = begun;
  if (Number(caseNo.replace(/\D/g, '')) % 15 === 1) return;
  const wanted = { body: { contentType: 'application/pdf' } };
  const { documentId } = await people.ask(manager, 'openUpload', wanted, Upload);
  await machine.deps.documents.put('incoming', documentId, plan, 'application/pdf');
  const body = { documentId, signedByCustomerOn: day };
  await people.ask(manager, 'handInCarePlan', { path: { orderId }, body }, anything);
};

/**
 * The demo municipality on the morning of the first working day of November 2026, with October half done: every
 * case ordered and begun, its care plan handed in but for some; P2's month handed in whole and waiting for its officers; P3's handed in and one officer
 * well on the way; P1's still to come; and two orders sent this morning that nobody has confirmed. Units that buy hours are at different stages of it
 * (`demo-purchases.ts`).
 */
export async function seedDemo(machine: Machine): Promise<void> {
  const read = readMunicipalityFile(JSON.parse(await readFile(join(fixtures, 'cases.json'), 'utf8')));
  if (!read.ok) throw new Error('the demo municipality cannot be read');
  const file = read.value;
  const { month, providers } = file;
  const cast = castOf(file, new Set(providers.map(({ id }) => id)));
  if (!('head' in cast)) throw new Error('the demo municipality lacks people');
  const people = actorsOf(machine);

  machine.clock.set(startOfDay(firstDay(month)));
  // A month of morning letters would bury the letters that the demo is about; from today on they come.
  await readIn(machine, people, file, ['digest.enabled=false'], 'leksand', demoPortal);
  await tellOffers(machine);
  await addCoordinators(
    machine,
    providers.map(({ id }) => id),
  );
  await addNightAndNurse(machine);
  await addUnits(machine, people);
  const plan = await examplePlan(machine.deps.clock.now());
  const buyMore = await buyHours(machine, people, plan);
  await orderAll(machine, people, cast, file, givesPlan(machine, people, plan));
  await buyMore();

  await machine.moveTo(instantAt('2026-11-02', '07:00'));
  await handInFiles(people, cast, month, 'P2', await filesOf('P2'));
  await handInFiles(people, cast, month, 'P3', await filesOf('P3'));
  const officer = { userId: 'O1', role: 'officer' } as const;
  await decideAsProposed(people, officer, month, 'P3');

  await machine.moveTo(instantAt('2026-11-02', '07:20'));
  const order = (caseNo: string, providerId: string, minutesPerMonth: number, customer: NewCustomer) => ({
    body: { caseNo, providerId, services: [{ code: 'OMV', minutesPerMonth }], from: '2026-11-03', customer },
  });
  const [first, second] = newCustomers;
  await people.ask(officer, 'placeOrder', order('A-2001', 'P2', 1200, first), anything);
  await people.ask({ userId: 'O2', role: 'officer' }, 'placeOrder', order('A-2002', 'P1', 640, second), anything);
  await machine.moveTo(instantAt('2026-11-02', '07:30'));
  const settings = settingsStore(machine.deps.table);
  const over = await settings.find();
  if (over)
    await machine.deps.table.commit([settings.save({ ...over.entity, overrides: [], services: [...catalogue] }, over)]);
}
