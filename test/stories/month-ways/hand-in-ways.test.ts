import { describe, expect } from 'vitest';
import { aClient } from '../support/a-client.ts';
import { aMonthStory } from '../support/a-month-story.ts';
import { aSender } from '../support/a-sender.ts';
import { aFolder, type Started, start } from '../support/a-start.ts';
import type { House } from './a-house.ts';
import { type Road, roads } from './roads.ts';
import { own, theMonth } from './the-month.ts';

describe.each([...Object.keys(roads), 'mail, and the draft that waits'])('a month handed in by %s', (name) => {
  let machine: Started;
  const client = aClient(() => machine.base);

  const byMail: Road = async ({ report, deviations }) => {
    const sender = aSender(() => machine, client);
    await sender.publish('utforare2.example');
    const { replyTo } = await sender.letter('ska snart lämnas in', own);
    const id = await sender.send({
      ...{ from: own, to: replyTo, subject: 'Sv: Månadens redovisning', signed: true, text: 'Här kommer filerna.' },
      attachments: [
        { filename: 'tid.csv', content: report },
        { filename: 'avvikelser.csv', content: deviations },
      ],
    });
    expect((await sender.fate(id)).state).toBe('acted');
    return { draft: true };
  };

  async function aMachine(): Promise<House> {
    const { folder, remove } = await aFolder();
    machine = await start(folder, 0, 0, ['--empty']);
    return {
      ...{ client, first: 'admin', ...aMonthStory(() => machine, client) },
      async end() {
        const ended = await machine.stop();
        await remove();
        expect([ended, machine.stderr()]).toEqual([0, '']);
      },
    };
  }

  const all: Readonly<Record<string, Road>> = roads;
  theMonth(all[name] ?? byMail, aMachine);
});
