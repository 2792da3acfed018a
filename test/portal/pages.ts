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
  { name: 'tasks-officer', hash: '#/uppgifter', as: 'officer', ready: seen('.task') },
  { name: 'tasks-manager', hash: '#/uppgifter', as: 'provider-manager', ready: seen('.task') },
  { name: 'tasks-head', hash: '#/uppgifter', as: 'head', ready: seen('.task') },
  { name: 'not-found', hash: '#/finns-inte', as: 'officer' },
];
