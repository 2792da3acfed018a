import { type Page, page } from '../app/router.ts';

/** Every page by its path. Those with words for the menu stand in it, in this order. */
export const pages: readonly Page[] = [
  page('/uppgifter', {
    roles: 'signed-in',
    menu: ({ shell }) => shell.nav.tasks,
    load: async () => (await import('./tasks/tasks-page.tsx')).TasksPage,
  }),
  page('/bestallningar', {
    roles: ['officer', 'head', 'provider', 'provider-manager'],
    menu: ({ orders }) => orders.title,
    load: async () => (await import('./orders/orders.ts')).ListPage,
  }),
  page('/bestallningar/ny', {
    roles: ['officer'],
    load: async () => (await import('./orders/orders.ts')).NewOrderPage,
  }),
  page('/bestallningar/:orderId', {
    roles: ['officer', 'head', 'provider', 'provider-manager'],
    load: async () => (await import('./orders/orders.ts')).OrderPage,
  }),
];
