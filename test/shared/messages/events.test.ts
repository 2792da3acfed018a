import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeadlineEvent } from '../../../shared/domain/deadline.ts';
import { journalEvents, ruleOfEvent } from '../../../shared/domain/journal-events.ts';
import { en } from '../../../shared/messages/en.ts';
import { sv } from '../../../shared/messages/sv.ts';
import { journalRow } from '../../../shared/stores/journal-store.ts';

const system = { userId: 'system', role: 'system' };
const root = join(import.meta.dirname, '../../..');
/** But for the ways in, whose events are what asks for a job. */
const sources = globSync(['functions/*/**/*.ts', 'shared/stores/*.ts', 'shared/steps/*.ts'], {
  cwd: root,
  exclude: ['**/ways.ts'],
}).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const kebab = /'([a-z]+(?:-[a-z]+)*)'/g;
const namesIn = (text: string): readonly string[] => [...text.matchAll(kebab)].map(([, name = '']) => name);

/** The names that a source gives its rows: said outright, one of two, one of a table's, or of a deadline. */
function eventsIn(text: string): readonly string[] {
  const tables = new Map([...text.matchAll(/const (\w+) = \{([^}]*)\}/g)].map(([, name, body = '']) => [name, body]));
  return [...text.matchAll(/\bevent: ([^,;\n]+)/g)].flatMap(([, said = '']) => {
    if (said.startsWith('`deadline-')) return DeadlineEvent.options.map((event) => `deadline-${event}`);
    return namesIn(tables.get(/^(\w+)\[/.exec(said)?.[1] ?? '') ?? said);
  });
}

const written = new Set(sources.flatMap(({ text }) => eventsIn(text)));

describe('every event that the journal can write', () => {
  it('is found in the source that writes it, or handed to it by one in which it is found', () => {
    const handed = [
      'functions/orders/steps/order-step.ts',
      'functions/orders/placing/order-letters-step.ts',
      'functions/months/signing/submission-step.ts',
      'functions/months/filing/filing-step.ts',
      'functions/months/paper/register-paper.ts',
      'functions/months/paper/settle-paper-step.ts',
      'functions/months/paper/end-paper-step.ts',
      'functions/purchases/purchase-act-step.ts',
      'functions/purchases/around/around-act-step.ts',
      'functions/purchases/basis/basis-act-step.ts',
      'functions/purchases/basis/drafting-basis-step.ts',
      'functions/months/drafting/drafting-step.ts',
      'shared/steps/effects.ts',
    ];
    const writes = (text: string) => /\bjournalRow\(|\brows: \[/.test(text);
    // The rows of a file that is read in, of a form or of a voucher are no rows of the journal.
    const others = [
      'functions/settings/imports/',
      'functions/months/forms/',
      'functions/months/paper/paper-view.ts',
      'functions/months/lines/get-line-rows.ts',
      'functions/months/remarks/kept-remark.ts',
      'functions/bookings/statement-voucher.ts',
      'functions/invoices/voucher-of-invoice.ts',
      'functions/invoices/deciding/deciding.ts',
    ];
    const journals = sources.filter(({ path }) => !others.some((other) => path.startsWith(other)));
    const mute = journals.filter(({ text }) => writes(text) && eventsIn(text).length === 0);
    expect(mute.map(({ path }) => path).filter((path) => !handed.includes(path))).toEqual([]);
    expect(written.size).toBeGreaterThan(50);
    for (const one of ['line-adjusted', 'end-withdrawn', 'deadline-overdue', 'order-started', 'switched'])
      expect(written).toContain(one);
  });

  it.each([
    ['Swedish', sv],
    ['English', en],
  ])('has words in %s, and nothing else has', (_language, catalogue) => {
    const said: Readonly<Record<string, string>> = catalogue;
    const wordless = [...written].filter((event) => !said[`event-${event}`]?.trim());
    expect(wordless).toEqual([]);
    expect(Object.keys(journalEvents).filter((event) => !written.has(event))).toEqual([]);
  });
});

describe('the rule that a row is journalled under', () => {
  const entry = { event: 'routine-reviewed', caseNo: 'A-1' };
  const row = (over: object = {}) => journalRow('J-1', '2026-11-02T08:00:00.000Z', system, { ...entry, ...over });

  it('is said by the row only where its event has no other', () => {
    const again = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/event: '([a-z-]+)',\s*rule: '([A-Z]-?\d+)'/g)].flatMap(([, event = '', rule]) =>
        ruleOfEvent(event) === rule ? [`${path}: ${event} ${rule}`] : [],
      ),
    );
    expect(again).toEqual([]);
  });

  it('is its event’s, unless the occasion says another', () => {
    expect(row().rule).toBe('S-60');
    expect(row({ rule: 'L-12' }).rule).toBe('L-12');
    expect(row({ event: 'order-placed' })).not.toHaveProperty('rule');
    expect(Object.keys(row())).toEqual(['id', 'at', 'by', 'event', 'rule', 'caseNo', 'refs']);
  });
});
