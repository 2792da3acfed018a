/** The orders' pages, fetched together: who works with one works with the others. */
export { ListPage } from './list-page.tsx';
export { NewOrderPage } from './new-order-page.tsx';
export { OrderPage } from './order-page.tsx';
