import type { Page } from 'playwright-core';
import type { somebody } from './support/a-portal.ts';
import { intoThePurchase } from './support/a-purchase.ts';

/** One page as it is looked at: its address, who comes to it, and when it is all there. */
export type Looked = {
  /** Names the picture: `tasks-officer`. */
  readonly name: string;
  readonly hash: string;
  /** Left out for a page that needs no sign-in. */
  readonly as?: keyof typeof somebody;
  /** Waits until the page is all there; its heading is waited for anyhow. */
  readonly ready?: (page: Page) => Promise<unknown>;
  /** The refusal that the page shows, which the browser complains of. */
  readonly refused?: number;
};

const seen = (selector: string) => (page: Page) => page.waitForSelector(selector);

/** Opens the first order of the list. */
async function intoTheFirst(page: Page): Promise<void> {
  await page.locator('.table tbody a').first().click();
  await page.waitForSelector('.timeline li');
}

/** Opens the newest paper of the month, with its picture. */
async function intoThePaper(page: Page): Promise<void> {
  await page.locator('.table tbody a').first().click();
  await page.waitForSelector('.key-sheet');
  await page.waitForSelector('.paper-picture canvas:not([hidden])');
}

/** Opens the switch of one case. */
const intoTheSwitch = (caseNo: string) => async (page: Page) => {
  await page.getByRole('link', { name: caseNo }).click();
  await page.waitForSelector('.switch-tasks');
};
const unfoldAll = (page: Page) =>
  page.locator('.act').evaluateAll((acts) => {
    for (const act of acts) act.removeAttribute('name');
    for (const act of acts) act.setAttribute('open', '');
  });

/** Every form about an order, all open at once; each is fetched when it is opened. */
async function withForms(page: Page): Promise<void> {
  await page.locator('.table tbody a').last().click();
  await page.waitForSelector('.timeline li');
  await page.waitForSelector('.acts .act');
  await unfoldAll(page);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.acts .act')].every((act) => act.querySelector('form') !== null),
  );
}

/** What lies in a case's file, with every form open. */
async function withPapers(page: Page): Promise<void> {
  await page.waitForSelector('.timeline .act');
  await unfoldAll(page);
}

/** A room of the administration, with every form open. */
async function withActs(page: Page): Promise<void> {
  await page.waitForSelector('main .act');
  await unfoldAll(page);
}

/** A form whose fields are asked for, and the question that stands in front of the page before it is sent. */
async function beforeTheDeath(page: Page): Promise<void> {
  await withForms(page);
  await page.fill('#death-date', '2026-11-01');
  await page.locator('form:has(#death-date) > button[type="submit"]').click();
  await page.waitForSelector('dialog[open]');
}

/** A form that is sent as it stands, so that what is missing is shown. */
async function withErrors(page: Page): Promise<void> {
  await page.locator('form button[type="submit"]').click();
  await page.waitForSelector('.ds-error-summary');
}

/** A mail that came back, with the form as it is when it is sent with nothing chosen. */
async function withVerdictMissing(page: Page): Promise<void> {
  await page.waitForSelector('.choices');
  await withErrors(page);
}

/** Writes to the provider of a case, and so comes to the thread. */
async function intoAThread(page: Page): Promise<void> {
  await page.fill('#message-caseNo', 'A-2001');
  await page.selectOption('#message-to', 'provider:P2');
  await page.fill('#message-text', 'Kunden kommer hem i morgon.\nRing när du har läst.');
  await page.locator('form button[type="submit"]').click();
  await page.waitForSelector('.messages li');
}

const orders: readonly Looked[] = [
  { name: 'orders-officer', hash: '#/bestallningar?visa=all', as: 'officer', ready: seen('.table tbody a') },
  { name: 'orders-manager', hash: '#/bestallningar', as: 'provider-manager', ready: seen('.table tbody a') },
  { name: 'orders-head', hash: '#/bestallningar?visa=all', as: 'head', ready: seen('.table tbody a') },
  { name: 'orders-none', hash: '#/bestallningar?visa=ending', as: 'officer', ready: seen('.nothing') },
  { name: 'order-officer', hash: '#/bestallningar', as: 'officer', ready: intoTheFirst },
  { name: 'order-provider', hash: '#/bestallningar', as: 'provider', ready: intoTheFirst },
  { name: 'order-acts-officer', hash: '#/bestallningar', as: 'officer', ready: withForms },
  { name: 'order-acts-provider', hash: '#/bestallningar', as: 'provider', ready: withForms },
  { name: 'order-acts-check', hash: '#/bestallningar', as: 'provider', ready: beforeTheDeath },
  { name: 'case-officer', hash: '#/arenden/A-1001', as: 'officer', ready: withPapers },
  { name: 'case-provider', hash: '#/arenden/A-1001', as: 'provider', ready: withPapers },
  { name: 'search', hash: '#/sok', as: 'officer', ready: withErrors },
  { name: 'customer-officer', hash: '#/kunder/A-1001', as: 'officer', ready: withPapers },
  { name: 'customer-head', hash: '#/kunder/A-1001', as: 'head', ready: withPapers },
  {
    name: 'order-missing',
    hash: '#/bestallningar/B-finns-inte',
    as: 'officer',
    ready: seen('.ds-alert'),
    refused: 404,
  },
  { name: 'new-order-case', hash: '#/bestallningar/ny', as: 'officer', ready: withErrors },
  { name: 'new-order-choice', hash: '#/bestallningar/ny?steg=val', as: 'officer', ready: withErrors },
  { name: 'new-order-services', hash: '#/bestallningar/ny?steg=insatser', as: 'officer', ready: withErrors },
  { name: 'new-order-when', hash: '#/bestallningar/ny?steg=nar', as: 'officer', ready: withErrors },
  { name: 'new-order-check', hash: '#/bestallningar/ny?steg=kontrollera', as: 'officer', ready: withErrors },
];

const switchesAndMessages: readonly Looked[] = [
  { name: 'switches-officer', hash: '#/byten', as: 'officer', ready: seen('.table tbody a') },
  { name: 'switches-head', hash: '#/byten?utforare=P1', as: 'head', ready: seen('.table tbody a') },
  { name: 'switches-none', hash: '#/byten?utforare=P2', as: 'head', ready: seen('.nothing') },
  { name: 'switch-requested', hash: '#/byten', as: 'officer', ready: intoTheSwitch('A-1004') },
  { name: 'switch-told', hash: '#/byten', as: 'officer', ready: intoTheSwitch('A-1001') },
  { name: 'switch-leaving', hash: '#/byten', as: 'provider', ready: intoTheSwitch('A-1001') },
  { name: 'switch-missing', hash: '#/byten/finns-inte', as: 'officer', ready: seen('.ds-alert'), refused: 404 },
  { name: 'new-switch', hash: '#/byten/nytt', as: 'officer', ready: withErrors },
  { name: 'turns-officer', hash: '#/turordning', as: 'officer', ready: seen('.turns-picks tbody tr') },
  { name: 'turns-provider', hash: '#/turordning', as: 'provider', ready: seen('.turns-picks tbody tr') },
  { name: 'new-message-officer', hash: '#/meddelanden/nytt', as: 'officer', ready: withErrors },
  { name: 'new-message-head', hash: '#/meddelanden/nytt', as: 'head', ready: withErrors },
  { name: 'new-message-provider', hash: '#/meddelanden/nytt', as: 'provider', ready: withErrors },
  { name: 'thread', hash: '#/meddelanden/nytt', as: 'officer', ready: intoAThread },
  { name: 'messages', hash: '#/meddelanden', as: 'officer', ready: seen('.tasks') },
  { name: 'messages-administrator', hash: '#/meddelanden', as: 'administrator', ready: seen('.nothing') },
  { name: 'messages-fee-officer', hash: '#/meddelanden', as: 'fee-officer', ready: seen('main .task, .nothing') },
  { name: 'tasks-administrator', hash: '#/uppgifter', as: 'administrator' },
  { name: 'mail-officer', hash: '#/epost', as: 'officer', ready: seen('.task') },
  { name: 'mail-head', hash: '#/epost', as: 'head', ready: seen('.task') },
  { name: 'mail-none', hash: '#/epost?visa=avgjorda', as: 'administrator', ready: seen('.nothing') },
  { name: 'mail-about-order', hash: '#/epost/in-bestallning', as: 'officer', ready: withActs },
  { name: 'mail-about-nothing', hash: '#/epost/in-manad', as: 'administrator', ready: withActs },
  { name: 'mail-read-by-head', hash: '#/epost/in-manad', as: 'head', ready: seen('.mail-text') },
  { name: 'letter-officer', hash: '#/epost/ut/brev-till-utforare', as: 'officer', ready: withVerdictMissing },
  { name: 'letter-stopped', hash: '#/epost/ut/brev-stoppat', as: 'administrator', ready: seen('.choices') },
  { name: 'own-addresses', hash: '#/epost', as: 'provider-manager', ready: seen('.addresses li') },
  { name: 'own-addresses-coordinator', hash: '#/epost', as: 'provider', ready: seen('.addresses li') },
  { name: 'prove-address', hash: '#/adress/hemligt', ready: seen('.door') },
  { name: 'messages-none', hash: '#/meddelanden', as: 'head', ready: seen('.nothing') },
];

const monthAndStart: readonly Looked[] = [
  { name: 'welcome', hash: '#/valkommen' },
  { name: 'open', hash: '#/oppet', ready: seen('.providers') },
  { name: 'accessibility', hash: '#/tillganglighet', ready: seen('.prose') },
  { name: 'verify', hash: '#/verifiera', ready: seen('#record') },
  { name: 'tasks-officer', hash: '#/uppgifter', as: 'officer', ready: seen('.task') },
  { name: 'tasks-manager', hash: '#/uppgifter', as: 'provider-manager', ready: seen('.task') },
  { name: 'tasks-night-patrol', hash: '#/uppgifter', as: 'night-patrol', ready: seen('#patrol-sought') },
  { name: 'tasks-nurse', hash: '#/uppgifter', as: 'nurse', ready: seen('.nothing') },
  { name: 'tasks-head', hash: '#/uppgifter', as: 'head', ready: seen('.task') },
  { name: 'month-reconcile', hash: '#/manad/2026-10/P2', as: 'officer', ready: seen('.trail') },
  { name: 'month-reconcile-all', hash: '#/manad/2026-10/P3?show=all', as: 'officer', ready: seen('.trail') },
  { name: 'month-officer', hash: '#/manad/2026-10', as: 'officer', ready: seen('tbody a') },
  { name: 'month-sample', hash: '#/manad/2026-10/stickprov', as: 'officer', ready: seen('.card code') },
  { name: 'month-sample-head', hash: '#/manad/2026-10/stickprov', as: 'head', ready: seen('.card code') },
  { name: 'month-figures', hash: '#/manad/2026-10/nyckeltal', as: 'head', ready: seen('svg') },
  { name: 'month-figures-provider', hash: '#/manad/2026-10/nyckeltal', as: 'provider-manager', ready: seen('svg') },
  { name: 'not-executed', hash: '#/administration/ej-verkstallda', as: 'head', ready: seen('.table') },
  { name: 'month-head', hash: '#/manad/2026-10', as: 'head', ready: seen('tbody a') },
  { name: 'month-administrator', hash: '#/manad/2026-10', as: 'administrator', ready: seen('tbody tr') },
  { name: 'paper-file', hash: '#/papper', as: 'administrator', ready: seen('#scans') },
  { name: 'paper-of-month', hash: '#/papper/2026-10/P1', as: 'administrator', ready: seen('tbody a') },
  { name: 'paper-to-key', hash: '#/papper/2026-10/P1', as: 'administrator', ready: intoThePaper },
  {
    name: 'paper-missing',
    hash: '#/papper/2026-10/P1/papper-finns-inte',
    as: 'administrator',
    ready: seen('.ds-alert'),
    refused: 404,
  },
  { name: 'month-statement', hash: '#/manad/2026-10/P3', as: 'head', ready: seen('.table') },
  { name: 'month-fees', hash: '#/manad/2026-10/P3', as: 'fee-officer', ready: seen('.sign-block') },
  { name: 'month-fee-officer', hash: '#/manad/2026-10', as: 'fee-officer', ready: seen('tfoot') },
  { name: 'month-hand-in', hash: '#/manad/2026-10', as: 'provider-manager', ready: seen('.hand-in') },
  { name: 'month-fill-in', hash: '#/manad/2026-10/fyll-i', as: 'provider-manager', ready: seen('.filling') },
  { name: 'month-not-open', hash: '#/manad/2026-12', as: 'head', ready: seen('.ds-alert') },
  { name: 'month-not-in', hash: '#/manad/2026-10/P1', as: 'officer', ready: seen('.ds-alert') },
  { name: 'month-sign', hash: '#/manad/2026-10/P3/rapport', as: 'officer', ready: seen('.sign-block') },
  { name: 'invoices-provider-list', hash: '#/fakturor', as: 'provider-manager', ready: seen('.table') },
  { name: 'invoices-administrator', hash: '#/fakturor', as: 'administrator', ready: seen('.table') },
  { name: 'invoices-head', hash: '#/fakturor?manad=2026-10', as: 'head', ready: seen('.table') },
  { name: 'invoices-economist', hash: '#/fakturor', as: 'economist', ready: seen('.table') },
  { name: 'invoice-new', hash: '#/fakturor/ny', as: 'administrator', ready: withErrors },
  { name: 'invoice-payments', hash: '#/fakturor/betalningar', as: 'economist', ready: seen('#payments-file') },
  {
    name: 'invoice-basis',
    hash: '#/fakturor/underlag?manad=2026-10&utforare=P1',
    as: 'provider-manager',
    ready: seen('.ds-alert'),
    refused: 404,
  },
  {
    name: 'invoice-attest-missing',
    hash: '#/fakturor/finns-inte/attest',
    as: 'head',
    ready: seen('.ds-alert'),
    refused: 404,
  },
  { name: 'invoice-missing', hash: '#/fakturor/finns-inte', as: 'head', ready: seen('.ds-alert'), refused: 404 },
  { name: 'not-found', hash: '#/finns-inte', as: 'officer' },
];

const administration: readonly Looked[] = [
  { name: 'administration', hash: '#/administration', as: 'administrator', ready: seen('.task') },
  { name: 'administration-head', hash: '#/administration', as: 'head', ready: seen('.task') },
  { name: 'municipality', hash: '#/administration/kommun', as: 'administrator', ready: seen('#kommun-pack') },
  { name: 'read-in', hash: '#/administration/las-in', as: 'administrator', ready: seen('#read-in-file') },
  { name: 'catalogue', hash: '#/administration/insatser', as: 'administrator', ready: withActs },
  { name: 'parameters', hash: '#/administration/rutin', as: 'administrator', ready: withActs },
  { name: 'providers', hash: '#/administration/utforare', as: 'administrator', ready: seen('tbody a') },
  { name: 'new-provider', hash: '#/administration/utforare/ny', as: 'administrator', ready: seen('#provider-id') },
  { name: 'provider', hash: '#/administration/utforare/P1', as: 'administrator', ready: withActs },
  {
    name: 'edit-provider',
    hash: '#/administration/andra-utforare/P1',
    as: 'administrator',
    ready: seen('#provider-offers'),
  },
  { name: 'staff', hash: '#/administration/personal', as: 'administrator', ready: seen('tbody a') },
  { name: 'new-person', hash: '#/administration/personal/ny', as: 'administrator', ready: seen('#person-id') },
  { name: 'person', hash: '#/administration/personal/O1', as: 'administrator', ready: withActs },
  { name: 'units', hash: '#/administration/enheter', as: 'administrator', ready: seen('tbody tr') },
  { name: 'caseload', hash: '#/administration/arenden/O1', as: 'administrator', ready: seen('#move-to') },
  { name: 'deputies', hash: '#/administration/stallforetradare', as: 'administrator', ready: withActs },
];

/** A purchase with every step open; each form is fetched when it is opened. */
const withSteps = (caseNo: string) => async (page: Page) => {
  await intoThePurchase(caseNo)(page);
  await unfoldAll(page);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.acts .act')].every((act) => act.querySelector('form, .ds-button') !== null),
  );
};

const purchases: readonly Looked[] = [
  { name: 'purchases-orderer', hash: '#/kop', as: 'ordering-manager', ready: seen('.table tbody a') },
  { name: 'purchases-leader', hash: '#/kop', as: 'development-leader', ready: seen('.table tbody a') },
  { name: 'purchases-none', hash: '#/kop?lage=declined', as: 'ordering-manager', ready: seen('.nothing') },
  { name: 'purchase-half-signed', hash: '#/kop', as: 'ordering-manager', ready: withSteps('A-3004') },
  { name: 'purchase-acute', hash: '#/kop', as: 'receiving-manager', ready: withSteps('A-3003') },
  { name: 'purchase-notice-given', hash: '#/kop', as: 'economist', ready: intoThePurchase('A-3002') },
  { name: 'purchase-missing', hash: '#/kop/finns-inte', as: 'economist', ready: seen('.ds-alert'), refused: 404 },
  { name: 'new-purchase', hash: '#/kop/ny', as: 'ordering-manager', ready: withErrors },
  { name: 'new-purchase-grounds', hash: '#/kop/ny?steg=skal', as: 'ordering-manager', ready: withErrors },
  { name: 'new-purchase-check', hash: '#/kop/ny?steg=kontrollera', as: 'ordering-manager', ready: withErrors },
  {
    name: 'bases-coordinator',
    hash: '#/kop/sidor/underlag?manad=2026-10',
    as: 'receiving-coordinator',
    ready: withErrors,
  },
  { name: 'bases-economist', hash: '#/kop/sidor/underlag?manad=2026-10', as: 'economist', ready: seen('.nothing') },
  { name: 'bookings', hash: '#/kop/sidor/bokforing', as: 'economist', ready: seen('.nothing') },
  { name: 'meetings', hash: '#/kop/sidor/moten', as: 'ordering-manager', ready: seen('.acts, .nothing') },
  { name: 'tasks-orderer', hash: '#/uppgifter', as: 'ordering-manager', ready: seen('.task') },
];

/**
 * Every page of the portal, for everything that is asked of every page. A new page adds a line to its part; a part is
 * looked at by the file `every-page-<part>.test.ts`, in the order of its lines and on a machine of its own.
 */
export const parts = {
  orders,
  'switches-messages': switchesAndMessages,
  'month-start': monthAndStart,
  administration,
  purchases,
} as const;
