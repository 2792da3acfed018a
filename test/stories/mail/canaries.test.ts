import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { standingClock } from '../../../infra/local/clock.ts';
import { seedDemo } from '../../../infra/local/demo.ts';
import { localMachine, type Machine } from '../../../infra/local/machine.ts';
import { instantAt } from '../../../shared/domain/local-time.ts';
import { mimeMessage } from '../../../shared/mail/mime-message.ts';
import { canariesIn, personalFields } from '../../support/canaries.ts';

const folders: string[] = [];
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'utfort-canaries-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the search for canaries', () => {
  const letter = { letterId: 'brev-1', to: 'p1@utforare.example', at: '2026-11-02T07:00:00.000Z' };
  const sender = { name: 'Utfört', address: 'utfort@kommun.example' };
  const lying = async (subject: string, text: string) => {
    const folder = aFolder();
    writeFileSync(join(folder, 'brev-1.eml'), await mimeMessage({ ...letter, subject, text }, sender));
    return folder;
  };

  it.each([
    ['in a text', 'Ny', 'Det gäller Ängla Kanårie.\n', 'Ängla Kanårie'],
    ['in a subject, as it is encoded', 'Om Ängla Kanårie', 'Ärende A-1.\n', 'ängla kanårie'],
    ['broken over two lines', 'Ny', `${'ord '.repeat(17)}Ängla\nKanårie\n`, 'Ängla Kanårie'],
    ['a number written in another way', 'Ny', 'Ring 070-174 06 05.\n', '0701740605'],
    ['a number of a person', 'Ny', '19121212-1212\n', '191212121212'],
  ])('finds one %s', async (_what, subject, text, canary) => {
    expect((await canariesIn(await lying(subject, text), [canary])).found).toEqual([`brev-1.eml: ${canary}`]);
    expect((await canariesIn(await lying('Ny', 'Ärende A-1.\n'), [canary])).found).toEqual([]);
  });

  it('knows every field of a customer’s, and every sentence of somebody’s own', () => {
    const customer = { name: 'Ängla Prov', phone: '070-174 06 05', address: 'Storgatan 1' };
    const body = { caseNo: 'A-1', providerId: 'P1', customer, notExecuted: [{ code: 'OMV', reason: 'vill inte ha' }] };
    expect(personalFields(body).map(({ value }) => value)).toEqual([...Object.values(customer), 'vill inte ha']);
  });
});

/** The same machine, in which every personal field of whatever is asked has a canary of its own beside what stood there. */
function planting(machine: Machine, canaries: Set<string>): Machine {
  const planted = (body: unknown): unknown => {
    let text = JSON.stringify(body);
    for (const { key, value, isOfPerson } of personalFields(body)) {
      canaries.add(value);
      // Numbers and addresses must be real; names and sentences may say one word more.
      if (isOfPerson && key !== 'name') continue;
      const canary = `Kanarie${[...String(canaries.size)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
      canaries.add(canary);
      text = text.replace(JSON.stringify(value), JSON.stringify(`${value} ${canary}`));
    }
    return JSON.parse(text);
  };
  return {
    ...machine,
    call: (key, event) =>
      machine.call(
        key,
        event.body ? { ...event, body: JSON.stringify(planted(JSON.parse(String(event.body)))) } : event,
      ),
  };
}

it('no letter of the whole demo month says a word of what is personal, whatever is written where', async () => {
  const folder = aFolder();
  const failures: unknown[] = [];
  const machine = await localMachine({
    folder,
    clock: standingClock(instantAt('2026-10-01', '00:00')),
    keepsTable: false,
    newId: ((counts: Map<string, number>) => (prefix: string) => {
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
      return `${prefix}-${counts.get(prefix)}`;
    })(new Map()),
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
  });
  const canaries = new Set<string>();
  await seedDemo(planting(machine, canaries));
  // On to the end of the month that follows: reminders, what is late, and the digests.
  await machine.moveTo(instantAt('2026-11-20', '12:00'));
  expect(failures).toEqual([]);
  const { letters, found } = await canariesIn(join(folder, 'mail'), canaries);
  console.log(`letters of the demo month: ${letters}; canaries planted: ${canaries.size}; found: ${found.length}`);
  expect(found).toEqual([]);
  expect([letters > 20, canaries.size > 20]).toEqual([true, true]);
  machine.close();
}, 240_000);
