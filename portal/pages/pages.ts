import type { Role } from '../../shared/domain/roles.ts';
import { type Page, page } from '../app/router.ts';

const everyRole: readonly Role[] = ['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager'];

/** Every page by its path. Those with words for the menu stand in it, in this order. */
export const pages: readonly Page[] = [
  page('/uppgifter', {
    roles: everyRole,
    menu: ({ shell }) => shell.nav.tasks,
    load: async () => (await import('./tasks/tasks-page.tsx')).TasksPage,
  }),
];
