// One chunk for all of them: whoever comes to one goes on to the next.
export { LatestPage } from './latest-page.tsx';
export { MonthPage } from './month-page.tsx';
export { OnePage } from './one-page.tsx';
export { SignReportPage } from './sign-report-page.tsx';
export { SignStatementPage } from './sign-statement-page.tsx';
export { SignSubmissionPage } from './sign-submission-page.tsx';
