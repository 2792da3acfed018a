/** The messages' pages, fetched together: who reads one answers it. */
export { InboxPage } from './inbox-page.tsx';
export { NewMessagePage } from './new-message-page.tsx';
export { ThreadPage } from './thread-page.tsx';
