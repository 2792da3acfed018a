/** The switches' pages, fetched together: who looks at the list works with one. */
export { ListPage } from './list-page.tsx';
export { NewSwitchPage } from './new-switch-page.tsx';
export { SwitchPage } from './switch-page.tsx';
