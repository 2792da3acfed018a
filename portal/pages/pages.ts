import { type Page, page } from '../app/router.ts';

const monthRoles = ['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager'] as const;

/** Every page by its path. Those with words for the menu stand in it, in this order. */
export const pages: readonly Page[] = [
  page('/uppgifter', {
    roles: 'signed-in',
    menu: ({ shell }) => shell.nav.tasks,
    load: async () => (await import('./tasks/tasks-page.tsx')).TasksPage,
  }),
  page('/manad', {
    roles: monthRoles,
    menu: ({ month }) => month.menu,
    load: async () => (await import('./month/month-pages.ts')).LatestPage,
  }),
  page('/manad/:month', { roles: monthRoles, load: async () => (await import('./month/month-pages.ts')).MonthPage }),
  page('/manad/:month/inlamning', {
    roles: ['provider-manager'],
    load: async () => (await import('./month/month-pages.ts')).SignSubmissionPage,
  }),
  page('/manad/:month/:providerId', {
    roles: ['officer', 'head', 'fee-officer'],
    load: async () => (await import('./month/month-pages.ts')).OnePage,
  }),
  page('/manad/:month/:providerId/rapport', {
    roles: ['officer'],
    load: async () => (await import('./month/month-pages.ts')).SignReportPage,
  }),
  page('/manad/:month/:providerId/underlag', {
    roles: ['head'],
    load: async () => (await import('./month/month-pages.ts')).SignStatementPage,
  }),
];
