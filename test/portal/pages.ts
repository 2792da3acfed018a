import type { Page } from 'playwright-core';
import type { somebody } from './support/a-portal.ts';

/** One page as it is looked at: its address, who comes to it, and when it is all there. */
export type Looked = {
  /** Names the picture: `tasks-officer`. */
  readonly name: string;
  readonly hash: string;
  /** Left out for a page that needs no sign-in. */
  readonly as?: keyof typeof somebody;
  /** Waits until the page is all there; its heading is waited for anyhow. */
  readonly ready?: (page: Page) => Promise<unknown>;
};

const seen = (selector: string) => (page: Page) => page.waitForSelector(selector);

/** Every page of the portal, for everything that is asked of every page. A new page adds a line. */
export const looked: readonly Looked[] = [
  { name: 'welcome', hash: '' },
  { name: 'open', hash: '#/oppet', ready: seen('.providers') },
  { name: 'accessibility', hash: '#/tillganglighet', ready: seen('.prose') },
  { name: 'verify', hash: '#/verifiera', ready: seen('#record') },
  { name: 'tasks-officer', hash: '#/uppgifter', as: 'officer', ready: seen('.task') },
  { name: 'tasks-manager', hash: '#/uppgifter', as: 'provider-manager', ready: seen('.task') },
  { name: 'tasks-head', hash: '#/uppgifter', as: 'head', ready: seen('.task') },
  { name: 'month-reconcile', hash: '#/manad/2026-10/P2', as: 'officer', ready: seen('.trail') },
  { name: 'month-reconcile-all', hash: '#/manad/2026-10/P3?show=all', as: 'officer', ready: seen('.trail') },
  { name: 'month-officer', hash: '#/manad/2026-10', as: 'officer', ready: seen('tbody a') },
  { name: 'month-head', hash: '#/manad/2026-10', as: 'head', ready: seen('tbody a') },
  { name: 'month-administrator', hash: '#/manad/2026-10', as: 'administrator', ready: seen('tbody tr') },
  { name: 'month-statement', hash: '#/manad/2026-10/P3', as: 'head', ready: seen('.table') },
  { name: 'month-fees', hash: '#/manad/2026-10/P3', as: 'fee-officer', ready: seen('.sign-block') },
  { name: 'month-hand-in', hash: '#/manad/2026-10', as: 'provider-manager', ready: seen('.hand-in') },
  { name: 'month-not-open', hash: '#/manad/2026-12', as: 'provider', ready: seen('.ds-alert') },
  { name: 'month-not-in', hash: '#/manad/2026-10/P1', as: 'officer', ready: seen('.ds-alert') },
  { name: 'month-sign-nothing', hash: '#/manad/2026-10/P2/rapport', as: 'officer', ready: seen('.ds-alert') },
  { name: 'not-found', hash: '#/finns-inte', as: 'officer' },
];
