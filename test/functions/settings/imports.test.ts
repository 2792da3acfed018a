import { beforeEach, describe, expect, it } from 'vitest';
import { aHandedInMonth, asked, decideLine, ofP1, reporting, stating } from '../../support/a-handed-in-month.ts';
import { administrator, aWorld, colleague, head, officer, type World } from '../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 1200 }];
const anna = { name: 'Anna Provsson', personnummer: '191212121212', phone: '0247-100 00' };
const aCase = (caseNo: string, more: object = {}) => ({
  ...{ caseNo, providerId: 'P1', officerId: 'O1', services, from: '2025-03-01', to: null },
  ...more,
});
const rates = [{ validFrom: '2026-01-01', orePerHour: 40_000 }];
const base = {
  municipality: 'Exempelkommun',
  month: '2026-10',
  rates,
  providers: [
    { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' },
    { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p2@utforare.example' },
  ],
  officers: [
    { id: 'O1', name: 'Ola Ett' },
    { id: 'O2', name: 'Olga Två' },
  ],
};
const fileOf = (cases: readonly object[], more: object = {}) => ({ ...base, ...more, cases });

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
type Row = { what: string; at: string; was?: string; is?: string; code?: string; row?: number; text: string };

async function planned(body: object) {
  const asked = await world.call('planImport', administrator, { body });
  expect(asked).toMatchObject({ status: 202, body: { state: 'READING' } });
  await world.tick();
  return String(asked.body.importId);
}
const shown = async (importId: string) =>
  (await world.call('getImport', administrator, { path: { importId } })).body as Record<string, number | string> & {
    rows: Row[];
  };
async function run(importId: string) {
  const asked = await world.call('runImport', administrator, { path: { importId } });
  // Cases that get another officer move by their own clock in between.
  for (let n = 0; asked.status === 202 && n < 3; n++) await world.tick();
  return asked;
}
async function readIn(file: object, more: object = {}) {
  const importId = await planned({ file, ...more });
  await run(importId);
  return shown(importId);
}
const told = ({ rows }: { rows: Row[] }, what: string) => rows.filter((row) => row.what === what);
const orders = async (person = officer) =>
  (await world.call('listOrders', person, { query: { list: 'all' } })).body.items as {
    id: string;
    caseNo: string;
    state: string;
  }[];

describe('a file that is read in says what it would change, and changes it on yes', () => {
  it('the first time all is new, the same file again all is unchanged', async () => {
    const file = fileOf([aCase('C-1', { customer: anna, followedUp: '2026-03-02' }), aCase('C-2')]);
    const importId = await planned({ file });
    const plan = await shown(importId);
    expect(plan).toMatchObject({ state: 'PLANNED', faults: 0 });
    expect(told(plan, 'NEW').map(({ at }) => at)).toEqual(expect.arrayContaining(['cases[0]', 'cases[1]']));
    // Nothing is changed before yes, and nothing of a customer is told.
    expect((await world.table.query({ pk: 'CASE#C-1' })).items).toEqual([]);
    expect(JSON.stringify(plan)).not.toMatch(/Provsson|1212121212|100 00/);
    expect(await run(importId)).toMatchObject({ status: 202, body: { state: 'RUNNING' } });
    expect(await shown(importId)).toMatchObject({ state: 'DONE', faults: 0 });
    expect((await orders()).map(({ caseNo, state }) => `${caseNo} ${state}`).sort()).toEqual([
      'C-1 started',
      'C-2 started',
    ]);
    await world.tick();
    expect(await world.letters()).toEqual([]);

    const again = await shown(await planned({ file }));
    expect(again.rows.filter(({ what }) => what !== 'LEFT_OUT')).toEqual([]);
    expect(again).toMatchObject({ state: 'PLANNED', new: 0, changed: 0, faults: 0 });
    expect(again.unchanged).toBeGreaterThan(4);
  });

  it('another officer, more minutes, a last day and another telephone number', async () => {
    await readIn(fileOf([aCase('C-1', { customer: anna }), aCase('C-2'), aCase('C-3')]));
    const changed = fileOf([
      aCase('C-1', { customer: { ...anna, phone: '0247-200 00' }, officerId: 'O2' }),
      aCase('C-2', { services: [{ code: 'OMV', minutesPerMonth: 1500 }] }),
      aCase('C-3', { to: '2026-12-31' }),
    ]);
    const importId = await planned({ file: changed });
    const plan = await shown(importId);
    expect(told(plan, 'CHANGED').map(({ at, was, is }) => [at, was, is])).toEqual([
      ['cases[0].officerId', 'O1', 'O2'],
      ['cases[0].customer.phone', undefined, undefined],
      ['cases[1].services', 'OMV 1200', 'OMV 1500'],
      ['cases[2].to', 'tills vidare', '2026-12-31'],
    ]);
    await run(importId);
    expect(await shown(importId)).toMatchObject({ state: 'DONE', changed: 3, faults: 0 });
    expect((await orders({ userId: 'O2', role: 'officer' })).map(({ caseNo }) => caseNo)).toEqual(['C-1']);
    const read = await world.call(
      'readIdentity',
      { userId: 'O2', role: 'officer' },
      { body: { caseNo: 'C-1', reason: 'provar' } },
    );
    expect(read.body.customer).toEqual({ ...anna, phone: '0247-200 00' });
    const [second, third] = ['C-2', 'C-3'];
    const assignments = async (caseNo = '') =>
      (await world.table.query({ pk: `CASE#${caseNo}`, from: 'ASSIGNMENT#', to: 'ASSIGNMENT#~' })).items.map(
        ({ data }) => data,
      );
    expect(await assignments(second)).toMatchObject([
      { services: [{ minutesPerMonth: 1200, to: expect.anything() }, { minutesPerMonth: 1500 }] },
    ]);
    expect(await assignments(third)).toMatchObject([{ to: '2026-12-31' }]);
    expect((await orders()).find(({ caseNo }) => caseNo === 'C-3')?.state).toBe('ending');
    const again = await shown(await planned({ file: changed }));
    expect(again.rows.filter(({ what }) => what !== 'LEFT_OUT')).toEqual([]);
  });

  it('less than before, and a last day that has been, say so in their rows (SoL 2025:400, 14:9)', async () => {
    await readIn(fileOf([aCase('C-1'), aCase('C-2')]));
    const less = { services: [{ code: 'OMV', minutesPerMonth: 900 }] };
    const plan = await shown(await planned({ file: fileOf([aCase('C-1', less), aCase('C-2', { to: '2026-10-20' })]) }));
    expect(told(plan, 'CHANGED').map(({ code, text }) => [code, text])).toEqual([
      ['decrease', expect.stringContaining('Insatserna minskas')],
      [undefined, 'Sista dagen ändras till en som redan har varit.'],
    ]);
    expect(plan.changed).toBe(2);
  });

  it('another officer by a file gets all that hangs on the case, and each is told once', async () => {
    const coordinator = { userId: 'K1', role: 'provider', providerId: 'P1' } as const;
    await readIn(fileOf([aCase('C-1'), aCase('C-2'), aCase('C-3')]));
    const message = { caseNo: 'C-1', to: 'officer:O1', text: 'När kommer nyckeln?' };
    expect((await world.call('sendMessage', coordinator, { body: message })).status).toBe(201);
    await world.tick();
    const before = (await world.letters()).length;
    const second = { userId: 'O2', role: 'officer' } as const;
    const talk = async (who: typeof second | typeof officer) =>
      (await world.call('listMessages', who, {})).body.items.filter(({ isNotice }: { isNotice: boolean }) => !isNotice);
    expect(await talk(officer)).toMatchObject([{ unread: 1 }]);
    const more = { officerId: 'O2', services: [{ code: 'OMV', minutesPerMonth: 1500 }] };
    const done = await readIn(fileOf([aCase('C-1', more), aCase('C-2', { officerId: 'O2' }), aCase('C-3')]));
    expect(done).toMatchObject({ state: 'DONE', changed: 2, faults: 0 });
    expect(await talk(officer)).toEqual([]);
    expect(await talk(second)).toMatchObject([{ unread: 1 }]);
    await world.tick();
    const told = (await world.letters()).slice(before).filter(({ subject }) => /handläggare/.test(subject));
    expect(told.map(({ to }) => to).sort()).toEqual(['o1@kommun.example', 'o2@kommun.example']);
    expect(await world.journal('C-1')).toContainEqual(expect.stringMatching(/^case-moved/));
    expect(JSON.stringify((await world.table.query({ pk: 'CASE#C-1' })).items)).toContain('1500');
    expect((await orders(second)).map(({ caseNo }) => caseNo).sort()).toEqual(['C-1', 'C-2']);
  });

  it('a case that has got another officer meanwhile is not moved from that one', async () => {
    await readIn(fileOf([aCase('C-1')]));
    const importId = await planned({ file: fileOf([aCase('C-1', { officerId: 'O2' })]) });
    await world.call('saveStaff', administrator, { path: { userId: 'O7' }, body: { roles: [{ role: 'officer' }] } });
    const by = { path: { officerId: 'O1' }, body: { to: 'O7', cases: ['C-1'], reason: 'WORKLOAD' } };
    expect((await world.call('moveCases', head, by)).body).toMatchObject({ moved: 1 });
    await run(importId);
    expect(told(await shown(importId), 'FAULT')).toMatchObject([{ code: 'changed-meanwhile' }]);
    const gone = fileOf([aCase('C-1', { officerId: 'O1' })], { officers: [{ id: 'O1' }] });
    await world.call('endStaff', administrator, { path: { userId: 'O2' }, body: {} });
    expect(told(await shown(await planned({ file: gone })), 'CHANGED')).toMatchObject([{ was: 'O7', is: 'O1' }]);
    const ended = await shown(await planned({ file: fileOf([aCase('C-1', { officerId: 'O2' })]) }));
    expect(told(ended, 'FAULT')).toMatchObject([{ code: 'not-an-officer' }]);
  });

  it('what is left out is listed and goes on: a case, and an officer who still has cases', async () => {
    await readIn(fileOf([aCase('C-1'), aCase('C-2', { officerId: 'O2' })]));
    const left = fileOf([aCase('C-1')], { officers: [base.officers[0]] });
    const done = await readIn(left);
    expect(done).toMatchObject({ state: 'DONE', changed: 0 });
    const rows = told(done, 'LEFT_OUT');
    expect(rows.map(({ at }) => at)).toEqual(expect.arrayContaining(['C-2', 'O2']));
    expect(rows.find(({ at }) => at === 'O2')).toMatchObject({ code: 'has-open-cases' });
    expect((await orders({ userId: 'O2', role: 'officer' }))[0]).toMatchObject({ caseNo: 'C-2', state: 'started' });
  });

  it('a rate changes by a decision and keeps what is not named (L-36)', async () => {
    await readIn(fileOf([]));
    const other = (more: object) => fileOf([], { rates: [{ ...rates[0], orePerHour: 99_900, ...more }] });
    const without = await readIn(other({}));
    expect(told(without, 'FAULT')).toMatchObject([{ code: 'rate-without-decision', at: 'rates[0].decision' }]);
    expect(without).toMatchObject({ state: 'PLANNED' });
    const settings = async () => (await world.call('getSettings', officer)).body;
    expect((await settings()).rates).toEqual(rates);
    const address = (await settings()).invoiceAddress;
    const said = await readIn(other({ decision: 'KF 2026-101' }));
    // In kronor, as the council decides it.
    expect(told(said, 'CHANGED')).toMatchObject([{ was: '400,00 kr i timmen', is: '999,00 kr i timmen' }]);
    expect((await settings()).rates).toEqual([{ ...rates[0], orePerHour: 99_900, decision: 'KF 2026-101' }]);
    expect((await settings()).invoiceAddress).toBe(address);
  });

  it('a rate never changes back into a month that is stated, whatever the decision (L-36)', async () => {
    world = await aHandedInMonth();
    for (const [caseNo, who] of [
      ['A-1', officer],
      ['A-2', officer],
      ['A-3', colleague],
    ] as const) {
      const decision =
        caseNo === 'A-2' ? { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'x' } : { decision: 'APPROVE' };
      await decideLine(world, caseNo, decision, who);
    }
    world.sleepTo('2026-11-06', '09:00');
    for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
    world.sleepTo('2026-11-13', '09:00');
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    const rate = { orePerHour: 99_900, decision: 'KF 2026-101' };
    const back = await readIn(fileOf([], { rates: [{ validFrom: '2026-01-01', ...rate }] }));
    expect(told(back, 'FAULT')).toMatchObject([{ code: 'rate-in-stated-month', at: 'rates[0].validFrom' }]);
    const between = await readIn(fileOf([], { rates: [...rates, { validFrom: '2026-10-01', ...rate }] }));
    expect(told(between, 'FAULT')).toMatchObject([{ code: 'rate-in-stated-month', at: 'rates[1].validFrom' }]);
    const ahead = await readIn(fileOf([], { rates: [...rates, { validFrom: '2026-11-01', ...rate }] }));
    expect(ahead).toMatchObject({ state: 'DONE', faults: 0 });
    expect((await world.call('getSettings', officer)).body.rates).toMatchObject([
      rates[0],
      { validFrom: '2026-11-01' },
    ]);
  });

  it('a change that reaches into a stated month says what it means there, and is journalled', async () => {
    await readIn(fileOf([aCase('C-1', { to: '2026-12-31' }), aCase('C-2')]));
    const data = { statement: { at: '2026-11-01T12:00:00.000Z' } };
    await world.put({ kind: 'put', over: 0, item: { pk: 'MONTH#2026-10#P1', sk: 'HEAD', data } });
    const plan = await shown(await planned({ file: fileOf([aCase('C-1', { to: '2026-10-15' }), aCase('C-2')]) }));
    expect(plan).toMatchObject({ state: 'PLANNED', faults: 0 });
    const said = plan.rows.filter(({ code }) => code === 'month-stated');
    expect(said).toMatchObject([{ row: 1, text: expect.stringContaining('2026-10, P1: beviljat 1200 → 581 minuter') }]);
    expect(await world.journal('C-1')).not.toContainEqual(expect.stringMatching(/^stated-month-changed/));
    await run(String(plan.importId));
    expect(await world.journal('C-1')).toContainEqual(expect.stringMatching(/^stated-month-changed/));
  });

  it('no service gets two providers by a file, and one that nobody has may be beside', async () => {
    const night = (to: string | null) => ({ providerId: 'P2', services: [{ code: 'NATT', minutesPerMonth: 300 }], to });
    await readIn(fileOf([aCase('C-1', { to: '2026-11-20' }), aCase('C-1', night(null))]));
    const longer = await shown(await planned({ file: fileOf([aCase('C-1', { to: '2026-12-20' })]) }));
    expect(longer).toMatchObject({ state: 'PLANNED', faults: 0 });
    const both = [...services, { code: 'NATT', minutesPerMonth: 60 }];
    const taken = await shown(await planned({ file: fileOf([aCase('C-1', { services: both })]) }));
    expect(told(taken, 'FAULT')).toMatchObject([{ code: 'case-has-order' }]);
  });

  it('what has changed since is not written over: the row is told of, and the rest is done', async () => {
    await readIn(fileOf([aCase('C-1'), aCase('C-2')]));
    const more = { services: [{ code: 'OMV', minutesPerMonth: 1500 }] };
    const importId = await planned({ file: fileOf([aCase('C-1', more), aCase('C-2', more)]) });
    const order = (await orders()).find(({ caseNo }) => caseNo === 'C-1');
    const decrease = { ground: 'CUSTOMERS_WISH', decision: 'STANDING' };
    const body = { from: '2026-12-01', services: [{ code: 'OMV', minutesPerMonth: 300 }], decrease };
    const path = { orderId: order?.id ?? '' };
    expect((await world.call('changeServices', officer, { path, body })).status).toBe(200);
    const now = { from: '2026-11-02', services: [{ code: 'OMV', minutesPerMonth: 900 }], decrease };
    expect((await world.call('changeServices', officer, { path, body: now })).status).toBe(200);
    await run(importId);
    const done = await shown(importId);
    expect(done).toMatchObject({ state: 'DONE', faults: 1 });
    expect(told(done, 'FAULT')).toMatchObject([{ code: 'changed-meanwhile', at: 'cases[0].services', row: 1 }]);
    const granted = async (caseNo: string) =>
      JSON.stringify(
        (await world.table.query({ pk: `CASE#${caseNo}`, from: 'ASSIGNMENT#', to: 'ASSIGNMENT#~' })).items,
      );
    expect(await granted('C-1')).not.toContain('1500');
    expect(await granted('C-2')).toContain('1500');
  });
});

describe('files with faults change nothing, and every fault is named', () => {
  it('half a file cannot be read', async () => {
    const half = JSON.stringify(fileOf([aCase('C-1')])).slice(0, 200);
    const importId = await planned({ files: [{ name: 'cases.json', text: half }] });
    const failed = await shown(importId);
    expect(failed).toMatchObject({ state: 'FAILED', rows: [{ what: 'FAULT', code: 'bad-json' }] });
    expect(await run(importId)).toMatchObject({ status: 409, body: { code: 'import-has-faults' } });
  });

  it('two people with one number, an officer whom nobody knows', async () => {
    const two = fileOf([
      aCase('C-1', { customer: anna }),
      aCase('C-2', { customer: { name: 'Bertil Annan', personnummer: '1212121212' } }),
    ]);
    const said = await shown(await planned({ file: two }));
    expect(said).toMatchObject({ state: 'PLANNED', faults: 0 });
    expect(said.rows.filter(({ code }: { code?: string }) => code === 'number-of-another')).toMatchObject([
      { what: 'NEW', row: 2 },
    ]);
    const unknown = await readIn(fileOf([aCase('C-1', { officerId: 'O99' })]));
    expect(told(unknown, 'FAULT')).toMatchObject([{ code: 'unknown-officer', at: 'cases[0].officerId' }]);
    expect(await orders()).toEqual([]);
    // One person with two cases is ordinary, and said.
    await readIn(fileOf([aCase('C-1', { customer: anna })]));
    const second = await readIn(fileOf([aCase('C-1', { customer: anna }), aCase('C-9', { customer: anna })]));
    expect(second).toMatchObject({ state: 'DONE' });
    expect(second.rows.find(({ code }) => code === 'known-person')).toMatchObject({
      text: expect.stringContaining('C-1'),
    });
  });

  it('a row at fault is a fault and nothing else, and all that is around it is told as it stands', async () => {
    const cases = ['C-1', 'C-2', 'C-3', 'C-4'].map((caseNo) => aCase(caseNo));
    await readIn(fileOf(cases, { people: [{ id: 'H1', role: 'head' }] }));
    const [first, second, third, fourth] = cases;
    const file = fileOf(
      [
        { ...first, officerId: 'O2' },
        { ...second, from: '2025-13-01' },
        third ?? {},
        { ...fourth, services: [{ code: 'OMV', minutesPerMonth: -5 }] },
        aCase('C-2', { providerId: 'P2', services: [] }),
      ],
      {
        people: [{ id: 'H1', role: 'head', email: 'inte en adress' }],
        officers: [{ id: 'O1' }, { id: 'O2', email: '@' }],
      },
    );
    const plan = await shown(await planned({ file }));
    expect(plan).toMatchObject({ state: 'PLANNED', changed: 1, faults: 4 });
    const left = told(plan, 'LEFT_OUT').map(({ at }) => at);
    for (const at of ['C-1', 'C-2', 'C-3', 'C-4', 'P1', 'P2', 'O1', 'O2', 'H1']) expect(left).not.toContain(at);
    // In the order of the rows.
    expect(told(plan, 'FAULT').map(({ at }) => at)).toEqual([
      'officers[1].email',
      'people[0].email',
      'cases[1].from',
      'cases[3].services[0].minutesPerMonth',
    ]);
    expect(told(plan, 'CHANGED').map(({ at }) => at)).toEqual(['cases[0].officerId']);
    expect(await run(String(plan.importId))).toMatchObject({ status: 409, body: { code: 'import-has-faults' } });
  });

  it('a number that becomes somebody else’s under another name is said, in one sentence', async () => {
    const bertil = { name: 'Bertil Annan', personnummer: '193102081027' };
    await readIn(fileOf([aCase('C-1', { customer: anna }), aCase('C-2', { customer: bertil })]));
    const other = { ...bertil, personnummer: anna.personnummer };
    const codes = async (file: object) => {
      const { rows } = await shown(await planned({ file }));
      return rows.filter(({ code }) => code !== undefined).map(({ what, row, code }) => [what, row, code]);
    };
    // The case that had the number is in the file, or only in the system.
    const changed = [['CHANGED', 2, 'number-of-another']];
    expect(await codes(fileOf([aCase('C-1', { customer: anna }), aCase('C-2', { customer: other })]))).toEqual(changed);
    expect(await codes({ cases: [aCase('C-2', { customer: other })] })).toEqual([['CHANGED', 1, 'number-of-another']]);
    expect(await codes({ cases: [aCase('C-3', { customer: other })] })).toEqual([['NEW', 1, 'number-of-another']]);
  });

  it('nobody gives themselves a role by a file', async () => {
    await readIn(fileOf([]));
    const self = (role: string) => ({ people: [{ id: administrator.userId, role }] });
    const plan = await shown(await planned({ file: fileOf([], self('head')) }));
    expect(told(plan, 'FAULT')).toMatchObject([{ at: 'people[0].role', code: 'own-role' }]);
    expect(await shown(await planned({ file: fileOf([], self('administrator')) }))).toMatchObject({ faults: 0 });
    const body = { file: fileOf([], self('nurse')) };
    expect(await world.call('importMunicipality', administrator, { body })).toMatchObject({
      status: 403,
      body: { code: 'own-role' },
    });
  });

  it('where a row cannot say whom it is about, nobody in its list is told to be left out', async () => {
    await readIn(fileOf([aCase('C-1'), aCase('C-2')]));
    const plan = await shown(await planned({ file: fileOf([aCase('C-1'), { ...aCase('C-2'), caseNo: 'C 2' }]) }));
    expect(told(plan, 'LEFT_OUT').filter(({ at }) => at.startsWith('C'))).toEqual([]);
    const header =
      'Ärendenummer;Utförare;Handläggare;Namn;Personnummer;Adress;Telefon;Närståendes telefon;Skyddad;Hemsjukvård;Insats;Minuter per månad;Från;Till;Beslutsdag;Senast uppföljd';
    const line = (caseNo: string, minutes: string, officerId = 'O1') =>
      `${caseNo};P1;${officerId};;;;;;;;OMV;${minutes};2025-03-01;;;`;
    const table = async (...lines: string[]) =>
      shown(await planned({ files: [{ name: 'kunder.csv', text: [header, ...lines].join('\r\n') }] }));
    const faulty = await table(line('C-2', 'tolv'), line('C-9', '1200', 'O99'), line('C-8', 'x'));
    expect(told(faulty, 'FAULT').map(({ row, code }) => [row, code])).toEqual([
      [2, 'bad-number'],
      [3, 'unknown-officer'],
      [4, 'bad-number'],
    ]);
    expect(told(faulty, 'LEFT_OUT').map(({ at }) => at)).toEqual(['C-1']);
    const roles = 'Id;Namn;E-post;Roll;Utförare;Enhet;Från;Till\r\nH9;;;boss;;;;';
    const wrong = await shown(await planned({ files: [{ name: 'personal.csv', text: roles }] }));
    expect(told(wrong, 'FAULT')).toMatchObject([{ at: 'Roll', text: expect.stringContaining('night-patrol') }]);
    expect(told(wrong, 'LEFT_OUT').map(({ text }) => text)).toContain(
      'H1 (myndighetschef) finns inte i filen; rollen är kvar.',
    );
    const unsure = await table(line('C-2', '1200'), line('', '1200'));
    expect(told(unsure, 'LEFT_OUT')).toEqual([]);
    expect(unsure).toMatchObject({ faults: 1, changed: 0 });
  });

  it('what a file does not name stays: rates, providers, officers and the name of the municipality', async () => {
    await readIn(fileOf([aCase('C-1', { customer: anna }), aCase('C-2')]));
    const more = { services: [{ code: 'OMV', minutesPerMonth: 1500 }] };
    const plan = await shown(await planned({ file: { cases: [aCase('C-1', more)] } }));
    expect(plan).toMatchObject({ state: 'PLANNED', faults: 0, changed: 1, leftOut: 1 });
    expect(told(plan, 'LEFT_OUT').map(({ at }) => at)).toEqual(['C-2']);
    expect(await run(String(plan.importId))).toMatchObject({ status: 202 });
    const settings = (await world.call('getSettings', officer)).body;
    expect(settings).toMatchObject({ municipality: 'Exempelkommun', rates });
    const onlyRates = { rates: [...rates, { validFrom: '2027-01-01', orePerHour: 41_250, decision: 'KF 1' }] };
    expect(await readIn(onlyRates)).toMatchObject({ state: 'DONE', new: 1, leftOut: 0, faults: 0 });
    // A provider is judged by the rates that stand; a case by whom the system knows.
    const joins = { providers: [...base.providers, { id: 'P3', number: 3, kind: 'private' }] };
    expect(await readIn(joins)).toMatchObject({ state: 'DONE', new: 1, leftOut: 0, faults: 0 });
    const unknown = await shown(await planned({ file: { cases: [aCase('C-3', { providerId: 'P9' })] } }));
    expect(told(unknown, 'FAULT')).toMatchObject([{ at: 'cases[0].providerId', code: 'unknown-provider' }]);
  });

  it('a new case of somebody who has died, unless the file knows it too (A73)', async () => {
    await readIn(fileOf([aCase('C-1', { customer: anna })]));
    const [order] = await orders();
    const path = { orderId: order?.id ?? '' };
    await world.call('reportDeath', officer, { path, body: { date: '2026-11-01' } });
    const again = [aCase('C-1', { customer: anna }), aCase('C-9', { customer: anna })];
    const plan = await shown(await planned({ file: fileOf(again) }));
    expect(told(plan, 'FAULT')).toMatchObject([{ code: 'customer-dead', row: 2 }]);
    const known = [{ kind: 'DEATH', on: '2026-11-01' }];
    const dead = await readIn(fileOf([aCase('C-1', { customer: anna }), aCase('C-9', { customer: anna, known })]));
    expect(dead).toMatchObject({ state: 'DONE', faults: 0 });
  });

  it('is for an administrator, and an import that nobody asked for is not there', async () => {
    expect((await world.call('planImport', head, { body: { file: fileOf([]) } })).status).toBe(403);
    expect((await world.call('getImport', administrator, { path: { importId: 'inlasning-1' } })).status).toBe(404);
    expect((await world.call('runImport', administrator, { path: { importId: 'inlasning-1' } })).status).toBe(404);
  });
});

describe('tables', () => {
  const customers = [
    'Ärendenummer;Utförare;Handläggare;Namn;Personnummer;Adress;Telefon;Närståendes telefon;Skyddad;Hemsjukvård;Insats;Minuter per månad;Från;Till;Beslutsdag;Senast uppföljd',
    'C-1;P1;O1;Anna Provsson;191212121212;Provgatan 1;0247-100 00;;nej;;OMV;1 200;2025-03-01;;2025-02-20;2026-03-02',
    'C-1;P1;O1;Anna Provsson;191212121212;Provgatan 1;0247-100 00;;nej;;LED;300;2026-05-01;;2026-04-20;',
  ].join('\r\n');
  const people = 'Id;Namn;E-post;Roll;Utförare;Enhet;Från;Till\nO8;Olle Åtta;o8@kommun.example;officer;;;2026-11-01;\n';
  const providers =
    'Id;Nummer;Namn;Slag;E-post;Telefon;Organisationsnummer;Adress;Postnummer;Ort;Bankgiro;Plusgiro;Områden;Tak;Takets enhet;Från;Till\nP1;1;Omsorg Ett AB;privat;p1@utforare.example;;556000-1234;Gatan 1;793 00;Ort;123-4567;;;100;timmar;;\n';
  const catalogue =
    'Kod;Namn;Enhet;Betalas av;Från;Till\nOMV;Omvårdnad;minuter;Äldrenämnden;2026-01-01;\nLED;Ledsagning;minuter;;;\nLARM;Larm;månad;;;\n';
  const files = [
    { name: 'kunder.csv', text: customers },
    { name: 'personal.csv', text: people },
    { name: 'utforare.csv', text: providers },
    { name: 'insatser.csv', text: catalogue },
    { name: 'ersattning.csv', text: 'Gäller från;Öre per timme;Slag;Beslut\n2026-12-01;41000;privat;KF 7\n' },
  ];

  it('are read as the time report is, and the same again changes nothing', async () => {
    const importId = await planned({ files });
    const plan = await shown(importId);
    expect(told(plan, 'FAULT')).toEqual([]);
    await run(importId);
    expect(await shown(importId)).toMatchObject({ state: 'DONE', faults: 0 });
    const settings = (await world.call('getSettings', officer)).body;
    expect(settings.services).toEqual([
      { code: 'OMV', name: 'Omvårdnad', unit: 'MINUTES', paidBy: 'Äldrenämnden', from: '2026-01-01' },
      { code: 'LED', name: 'Ledsagning', unit: 'MINUTES' },
      { code: 'LARM', name: 'Larm', unit: 'MONTH' },
    ]);
    expect(settings.rates.at(-1)).toEqual({
      validFrom: '2026-12-01',
      orePerHour: 41_000,
      kind: 'private',
      decision: 'KF 7',
    });
    expect(settings.providers[0]).toMatchObject({ organisationNumber: '556000-1234', bankgiro: '123-4567' });
    const [order] = await orders();
    expect(order).toMatchObject({ caseNo: 'C-1', state: 'started' });
    // The law counts from the day of the decision (SoL 34:1).
    const whole = (await world.call('getOrder', officer, { path: { orderId: order?.id ?? '' } })).body;
    expect(whole.services).toMatchObject([
      { code: 'OMV', decidedOn: '2025-02-20' },
      { code: 'LED', decidedOn: '2026-04-20' },
    ]);
    const again = await shown(await planned({ files }));
    expect(again.rows.filter(({ what }) => what !== 'LEFT_OUT')).toEqual([]);
    expect(again).toMatchObject({ new: 0, changed: 0, faults: 0 });
  });

  it('that have nothing but a header change nothing, and are done', async () => {
    const importId = await planned({
      files: [{ name: 'insatser.csv', text: 'Kod;Namn;Enhet;Betalas av;Från;Till\n' }],
    });
    expect(await shown(importId)).toMatchObject({ state: 'PLANNED', new: 0, faults: 0 });
    await run(importId);
    expect((await shown(importId)).state).toBe('DONE');
  });

  it('name every cell that is wrong by its column and line', async () => {
    const bad = `${customers}\nC-2;P9;O77;Bo;123;;;;kanske;;OMV;tolv;2026-13-01;;;\nC-3;P1\n`;
    const plan = await shown(await planned({ files: [{ name: 'kunder.csv', text: bad }] }));
    expect(plan.state).toBe('PLANNED');
    expect(told(plan, 'FAULT').map(({ row, at, code }) => `${row} ${at} ${code}`)).toEqual([
      '4 Minuter per månad bad-number',
      '4 Från bad-date',
      '4 Personnummer bad-personnummer',
      '4 Skyddad bad-word',
      '5 Ärendenummer BAD_COLUMNS',
    ]);
  });
});

describe('cut off anywhere, it goes on from there, and nothing is done twice', () => {
  const cases = Array.from({ length: 60 }, (_, n) => aCase(`E-${n}`, { customer: anna }));
  it.each([1, 4, 9, 13])('after %i commits', async (left) => {
    const importId = await planned({ file: fileOf(cases) });
    expect(await shown(importId)).toMatchObject({ state: 'PLANNED', faults: 0 });
    await world.call('runImport', administrator, { path: { importId } });
    const { commit } = world.deps.table;
    let more = left;
    Object.assign(world.deps.table, {
      commit: (...given: Parameters<typeof commit>) => {
        more -= 1;
        if (more < 0) throw new Error('cut off');
        return commit(...given);
      },
    });
    await world.tick().catch(() => undefined);
    Object.assign(world.deps.table, { commit });
    world.failures.length = 0;
    expect((await shown(importId)).state).toBe('RUNNING');
    await world.tick();
    expect(await shown(importId)).toMatchObject({ state: 'DONE', faults: 0 });
    const all: { caseNo: string }[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await world.call('listOrders', officer, {
        query: { list: 'all', ...(cursor ? { cursor } : {}) },
      });
      all.push(...body.items);
      cursor = body.next;
    } while (cursor !== undefined);
    expect(all.map(({ caseNo }) => caseNo).sort()).toEqual(cases.map(({ caseNo }) => caseNo).sort());
  });
});
