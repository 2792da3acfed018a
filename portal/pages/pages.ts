import { speaking } from '../app/language.ts';
import { type PortalPage, page } from '../app/router.ts';

const monthRoles = ['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager'] as const;

const writers = ['officer', 'head', 'provider', 'provider-manager'] as const;
/** Who buys hours between departments, performs them, or decides about them. */
const buyers = [
  ...(['ordering-manager', 'ordering-administrator', 'ordering-officer'] as const),
  ...(['receiving-manager', 'receiving-coordinator', 'contact-person'] as const),
  ...(['economist', 'finance', 'development-leader', 'registrar-own', 'registrar-lov', 'area-head'] as const),
] as const;
/** Who has part in purchases of hours, or follows them. */
const purchasers = [...buyers, 'employee', 'provider', 'provider-manager'] as const;
/** Who is told something inside the system. */
const readers = [...writers, ...buyers, 'fee-officer', 'administrator', 'nurse', 'night-patrol'] as const;

/** All rooms of the administration; which one is shown is read from the path by its own code. */
const administration = {
  roles: ['administrator', 'head'],
  load: speaking(
    'administration',
    async () => (await import('./administration/administration-page.tsx')).AdministrationPage,
  ),
} as const;

/** Who hands invoices in, sees to them or pays them. */
const invoicers = ['provider', 'provider-manager', 'administrator', 'head', 'economist', 'finance'] as const;

const invoices = {
  roles: invoicers,
  load: speaking('invoices', async () => (await import('./invoices/invoices-page.tsx')).InvoicesPage),
} as const;

/** A month on paper: what is filed, what has come, and one of them to be keyed. */
const paper = {
  roles: ['administrator', 'officer'],
  load: async () => (await import('./paper/paper-pages.tsx')).PaperPages,
} as const;

/** Every page by its path; one path may be a page of its own for each role. Those with words for the menu stand in it, in this order. */
export const pages: readonly PortalPage[] = [
  /** Whom nobody has let in yet meets the door, wherever they meant to go. */
  page('/valkommen', {
    roles: 'everyone',
    load: async () => (await import('./start/welcome-page.tsx')).WelcomePage,
  }),
  page('/uppgifter', {
    roles: ['night-patrol'],
    menu: ({ shell }) => shell.nav.urgent,
    load: speaking('orders', async () => (await import('./patrol/patrol-page.tsx')).PatrolPage),
  }),
  page('/uppgifter', {
    roles: ['nurse'],
    menu: ({ shell }) => shell.nav.notices,
    load: speaking(
      'orders',
      speaking('messages', async () => (await import('./nurse/nurse-page.tsx')).NursePage),
    ),
  }),
  page('/uppgifter', {
    roles: [...writers, ...buyers, 'employee', 'fee-officer'],
    menu: ({ shell }) => shell.nav.tasks,
    load: async () => (await import('./tasks/tasks-page.tsx')).TasksPage,
  }),
  page('/uppgifter', {
    roles: ['administrator'],
    menu: ({ shell }) => shell.nav.tasks,
    load: speaking(
      'administration',
      async () => (await import('./tasks/administrators-tasks-page.tsx')).AdministratorsTasksPage,
    ),
  }),
  page('/bestallningar', {
    roles: ['officer', 'head', 'provider', 'provider-manager'],
    menu: ({ shell }) => shell.nav.orders,
    load: speaking('orders', async () => (await import('./orders/list-page.tsx')).ListPage),
  }),
  page('/bestallningar/ny', {
    roles: ['officer'],
    load: speaking(
      'orders',
      speaking(
        'choosing',
        speaking('newOrder', async () => (await import('./orders/new-order-page.tsx')).NewOrderPage),
      ),
    ),
  }),
  page('/bestallningar/:orderId', {
    roles: ['officer', 'head'],
    load: speaking(
      'orders',
      async () => (await import('./orders/municipalitys-order-page.tsx')).MunicipalitysOrderPage,
    ),
  }),
  page('/bestallningar/:orderId', {
    roles: ['provider', 'provider-manager'],
    load: speaking('orders', async () => (await import('./orders/providers-order-page.tsx')).ProvidersOrderPage),
  }),
  page('/arenden/:caseNo', {
    roles: writers,
    load: speaking(
      'orders',
      speaking(
        'messages',
        speaking(
          'mail',
          speaking('cases', async () => (await import('./cases/case-page.tsx')).CasePage),
        ),
      ),
    ),
  }),
  page('/sok', {
    roles: ['officer', 'head', 'night-patrol'],
    load: speaking('search', async () => (await import('./customers/search-page.tsx')).SearchPage),
  }),
  page('/kunder/:caseNo', {
    roles: ['officer', 'head'],
    load: speaking(
      'orders',
      speaking(
        'cases',
        speaking('customers', async () => (await import('./customers/customer-page.tsx')).CustomerPage),
      ),
    ),
  }),
  page('/byten', {
    roles: writers,
    menu: ({ shell }) => shell.nav.switches,
    load: speaking(
      'orders',
      speaking('switches', async () => (await import('./switches/switches-page.tsx')).SwitchesPage),
    ),
  }),
  page('/byten/nytt', {
    roles: ['officer'],
    load: speaking(
      'orders',
      speaking(
        'choosing',
        speaking('switches', async () => (await import('./switches/new-switch-page.tsx')).NewSwitchPage),
      ),
    ),
  }),
  page('/byten/:switchId', {
    roles: writers,
    load: speaking(
      'orders',
      speaking(
        'switchActs',
        speaking('switches', async () => (await import('./switches/switch-page.tsx')).SwitchPage),
      ),
    ),
  }),
  page('/turordning', {
    roles: writers,
    load: speaking('turns', async () => (await import('./turns/turns-page.tsx')).TurnsPage),
  }),
  page('/meddelanden', {
    roles: readers,
    menu: ({ shell }) => shell.nav.messages,
    load: speaking(
      'orders',
      speaking('messages', async () => (await import('./messages/inbox-page.tsx')).InboxPage),
    ),
  }),
  page('/meddelanden/nytt', {
    roles: writers,
    load: speaking(
      'orders',
      speaking('messages', async () => (await import('./messages/new-message-page.tsx')).NewMessagePage),
    ),
  }),
  page('/meddelanden/:threadId', {
    roles: readers,
    load: speaking(
      'orders',
      speaking('messages', async () => (await import('./messages/thread-page.tsx')).ThreadPage),
    ),
  }),
  page('/epost', {
    roles: ['officer', 'administrator', 'head'],
    menu: ({ shell }) => shell.nav.mail,
    load: speaking('mail', async () => (await import('./mail/mail-list-page.tsx')).MailListPage),
  }),
  page('/epost', {
    roles: ['provider', 'provider-manager'],
    menu: ({ shell }) => shell.nav.mail,
    load: async () => (await import('./mail/own-addresses-page.tsx')).OwnAddressesPage,
  }),
  page('/epost/:mailId', {
    roles: ['officer', 'administrator', 'head'],
    load: speaking('mail', async () => (await import('./mail/mail-page.tsx')).MailPage),
  }),
  page('/epost/ut/:letterId', {
    roles: ['officer', 'administrator'],
    load: async () => (await import('./mail/returned-page.tsx')).ReturnedPage,
  }),
  page('/adress/:secret', {
    roles: 'everyone',
    load: async () => (await import('./mail/prove-address-page.tsx')).ProveAddressPage,
  }),
  page('/kop', {
    roles: purchasers,
    menu: ({ shell }) => shell.nav.purchases,
    load: speaking('purchases', async () => (await import('./purchases/purchases-page.tsx')).PurchasesPage),
  }),
  page('/kop/ny', {
    roles: buyers,
    load: speaking('purchases', async () => (await import('./purchases/new-purchase-page.tsx')).NewPurchasePage),
  }),
  page('/kop/sidor/:room', {
    roles: purchasers,
    load: async () => (await import('./purchases/purchase-rooms-page.tsx')).PurchaseRoomsPage,
  }),
  page('/kop/:purchaseId', {
    roles: purchasers,
    load: speaking('purchases', async () => (await import('./purchases/purchase-page.tsx')).PurchasePage),
  }),
  page('/kop/:purchaseId/avtal', {
    roles: purchasers,
    load: speaking('purchases', async () => (await import('./purchases/sign-agreement-page.tsx')).SignAgreementPage),
  }),
  page('/manad', {
    roles: [...monthRoles, 'economist'],
    menu: ({ shell }) => shell.nav.month,
    load: speaking('month', async () => (await import('./month/latest-page.tsx')).LatestPage),
  }),
  page('/manad/:month', {
    roles: ['provider', 'provider-manager'],
    load: speaking(
      'month',
      speaking(
        'handIn',
        speaking('signing', async () => (await import('./month/hand-in-page.tsx')).HandInPage),
      ),
    ),
  }),
  page('/manad/:month', {
    roles: ['fee-officer'],
    load: speaking(
      'month',
      speaking(
        'fees',
        speaking('overview', async () => (await import('./month/fees-page.tsx')).FeesPage),
      ),
    ),
  }),
  page('/manad/:month', {
    roles: ['officer', 'head', 'administrator'],
    load: speaking(
      'month',
      speaking(
        'fees',
        speaking('overview', async () => (await import('./month/overview-page.tsx')).OverviewPage),
      ),
    ),
  }),
  page('/manad/:month/fyll-i', {
    roles: ['provider', 'provider-manager'],
    load: speaking('month', async () => (await import('./month/filling/filling-page.tsx')).FillingPage),
  }),
  page('/manad/:month/nyckeltal', {
    roles: ['head', 'economist', 'administrator', 'provider', 'provider-manager'],
    load: speaking(
      'month',
      speaking('fees', async () => (await import('./figures/figures-page.tsx')).FiguresPage),
    ),
  }),
  page('/manad/:month/inlamning', {
    roles: ['provider-manager'],
    load: speaking(
      'month',
      speaking(
        'handIn',
        speaking('signing', async () => (await import('./month/sign-submission-page.tsx')).SignSubmissionPage),
      ),
    ),
  }),
  page('/manad/:month/stickprov', {
    roles: ['officer', 'head', 'administrator', 'provider', 'provider-manager'],
    load: speaking(
      'month',
      speaking('sample', async () => (await import('./month/sample-page.tsx')).SamplePage),
    ),
  }),
  page('/manad/:month/:providerId', {
    roles: ['officer'],
    load: speaking(
      'month',
      speaking('reconcile', async () => (await import('./month/reconcile-page.tsx')).ReconcilePage),
    ),
  }),
  page('/manad/:month/:providerId', {
    roles: ['head', 'fee-officer'],
    load: speaking(
      'month',
      speaking(
        'handIn',
        speaking(
          'signing',
          speaking('overview', async () => (await import('./month/statement-page.tsx')).StatementPage),
        ),
      ),
    ),
  }),
  page('/manad/:month/:providerId/justeringar', {
    roles: ['officer', 'head'],
    load: speaking(
      'month',
      speaking(
        'signing',
        speaking('reconcile', async () => (await import('./month/adjusting-page.tsx')).AdjustingPage),
      ),
    ),
  }),
  page('/manad/:month/:providerId/rapport', {
    roles: ['officer'],
    load: speaking(
      'month',
      speaking('signing', async () => (await import('./month/sign-report-page.tsx')).SignReportPage),
    ),
  }),
  page('/manad/:month/:providerId/slutavrakning', {
    roles: ['head'],
    load: speaking(
      'month',
      speaking('signing', async () => (await import('./month/sign-settlement-page.tsx')).SignSettlementPage),
    ),
  }),
  page('/manad/:month/:providerId/underlag', {
    roles: ['head'],
    load: speaking(
      'month',
      speaking('signing', async () => (await import('./month/sign-statement-page.tsx')).SignStatementPage),
    ),
  }),
  page('/fakturor', { ...invoices, menu: ({ shell }) => shell.nav.invoices }),
  page('/fakturor/:invoiceId', invoices),
  page('/fakturor/:invoiceId/attest', {
    roles: ['head'],
    load: speaking(
      'month',
      speaking('signing', async () => (await import('./invoices/attest-page.tsx')).AttestPage),
    ),
  }),
  page('/papper', { ...paper, roles: ['administrator'] }),
  page('/papper/:month/:providerId', paper),
  page('/papper/:month/:providerId/:paperId', paper),
  page('/administration', { ...administration, menu: ({ shell }) => shell.nav.administration }),
  page('/administration/:room', administration),
  page('/administration/:room/:id', administration),
  page('/nagon-annan', {
    roles: 'signed-in',
    load: async () => (await import('./month/other-person-page.tsx')).OtherPersonPage,
  }),
  page('/handlingar/:month/:providerId/:recordId', {
    roles: ['officer', 'head', 'provider', 'provider-manager'],
    // A record is told in the words of the month that it is of.
    load: speaking(
      'month',
      speaking(
        'handIn',
        speaking(
          'signing',
          speaking('records', async () => (await import('./records/record-page.tsx')).RecordPage),
        ),
      ),
    ),
  }),
  page('/verifiera', {
    roles: 'everyone',
    load: speaking(
      'month',
      speaking(
        'handIn',
        speaking(
          'signing',
          speaking('records', async () => (await import('./records/verify-page.tsx')).VerifyPage),
        ),
      ),
    ),
  }),
  page('/oppet', { roles: 'everyone', load: async () => (await import('./open/open-page.tsx')).OpenPage }),
  page('/tillganglighet', {
    roles: 'everyone',
    load: async () => (await import('./open/accessibility-page.tsx')).AccessibilityPage,
  }),
];
