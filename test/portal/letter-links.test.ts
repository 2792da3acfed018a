import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../../shared/domain/roles.ts';
import { type LetterPage, letterPages } from '../../shared/steps/outbox.ts';

// The router reads the address of a browser, which this test needs none of.
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('addEventListener', () => undefined);
const { isFor, paramsIn } = await import('../../portal/app/router.ts');
const { pages } = await import('../../portal/pages/pages.ts');

const providers = ['provider', 'provider-manager'] as const;
const units = ['ordering-manager', 'receiving-manager', 'receiving-coordinator', 'economist', 'area-head'] as const;

/** The others who are told of purchases, or have tasks in them. */
const buyers = [
  ...(['ordering-administrator', 'ordering-officer', 'contact-person', 'employee', 'finance'] as const),
  ...(['development-leader', 'registrar-own', 'registrar-lov'] as const),
] as const;

/** Who is written to about what: everyone who acts for an address that such a letter goes to. */
const readers = {
  orders: ['officer', 'head', ...providers],
  purchases: [...units, ...buyers, ...providers],
  bases: [...units, ...providers],
  months: ['officer', 'head', ...providers],
  tasks: ['officer', 'head', 'administrator', 'employee', ...providers, ...units],
  switches: ['officer', ...providers],
  cases: ['officer', ...providers],
  settings: ['officer', 'head', 'administrator'],
  addresses: ['provider', 'provider-manager'],
  messages: ['officer', 'head', 'nurse', 'night-patrol', 'administrator', ...providers, ...units],
} as const satisfies Record<LetterPage, readonly Role[]>;

const fields = { id: 'byte-1', orderId: 'B-1', caseNo: 'A-1', month: '2026-10' };

/** The page that a link opens for somebody, as the shell finds it. */
const opened = (link: string, role: Role): string | undefined => {
  const path = link.replace(/^\/#/, '').replace(/\?.*$/, '');
  return pages.find((page) => paramsIn(page.path, path) && isFor(page, role))?.path;
};

const links = Object.entries(readers).flatMap(([to, roles]) => roles.map((role) => [to as LetterPage, role] as const));

describe('a letter leads to a page that its reader may open', () => {
  it.each(links)('about %s, %s', (to, role) => {
    const link = letterPages[to](fields);
    expect(link).toMatch(/^\/#\/[^/]/);
    expect(opened(link, role), link).toBeDefined();
  });

  it('to the inbox when it is about no message of its own', () => {
    expect(opened(letterPages.messages({}), 'nurse')).toBe('/meddelanden');
  });

  it('to the latest month, and the list of bases, when no month is known', () => {
    expect(opened(letterPages.months({}), 'provider')).toBe('/manad');
    expect(letterPages.bases({})).not.toContain('manad=');
  });

  it('and to none that nobody has built', () => {
    expect(opened('/#/fakturor/A-1', 'officer')).toBeUndefined();
    expect(opened(letterPages.switches(fields), 'nurse')).toBeUndefined();
  });
});
