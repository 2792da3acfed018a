import type { listTurns } from '../../functions/choices/list-turns.ts';
import type { listTasks } from '../../functions/deadlines/list-tasks.ts';
import type { openUpload } from '../../functions/documents/open-upload.ts';
import type { answerQuestion } from '../../functions/months/answer-question.ts';
import type { approveLines } from '../../functions/months/approve-lines.ts';
import type { checkMonth } from '../../functions/months/check-month.ts';
import type { decideLine } from '../../functions/months/decide-line.ts';
import type { getCheck } from '../../functions/months/get-check.ts';
import type { getKeys } from '../../functions/months/get-keys.ts';
import type { getLine } from '../../functions/months/get-line.ts';
import type { getMonth } from '../../functions/months/get-month.ts';
import type { getRecord } from '../../functions/months/get-record.ts';
import type { intendReport } from '../../functions/months/intend-report.ts';
import type { intendStatement } from '../../functions/months/intend-statement.ts';
import type { intendSubmission } from '../../functions/months/intend-submission.ts';
import type { listMonths } from '../../functions/months/list-months.ts';
import type { sendStatement } from '../../functions/months/send-statement.ts';
import type { signReport } from '../../functions/months/sign-report.ts';
import type { submitMonth } from '../../functions/months/submit-month.ts';
import type { confirmOrder } from '../../functions/orders/confirm-order.ts';
import type { contactProvider } from '../../functions/orders/contact-provider.ts';
import type { deferOrder } from '../../functions/orders/defer-order.ts';
import type { deliverSheet } from '../../functions/orders/deliver-sheet.ts';
import type { executeOrder } from '../../functions/orders/execute-order.ts';
import type { getOrder } from '../../functions/orders/get-order.ts';
import type { getOrderHistory } from '../../functions/orders/get-order-history.ts';
import type { listOrders } from '../../functions/orders/list-orders.ts';
import type { placeOrder } from '../../functions/orders/place-order.ts';
import type { prepareSheet } from '../../functions/orders/prepare-sheet.ts';
import type { rejectOrder } from '../../functions/orders/reject-order.ts';
import type { reportNotExecuted } from '../../functions/orders/report-not-executed.ts';
import type { startOrder } from '../../functions/orders/start-order.ts';
import type { getMe } from '../../functions/people/get-me.ts';
import type { readIdentity } from '../../functions/people/read-identity.ts';
import type { registry } from '../../functions/registry.ts';
import type { getSettings } from '../../functions/settings/get-settings.ts';
import type { listPublicProviders } from '../../functions/settings/list-public-providers.ts';

/** The ways in that the portal uses, by their registry keys. A page that needs another adds a line here. */
type Ways = {
  answerQuestion: typeof answerQuestion;
  approveLines: typeof approveLines;
  checkMonth: typeof checkMonth;
  confirmOrder: typeof confirmOrder;
  contactProvider: typeof contactProvider;
  decideLine: typeof decideLine;
  deferOrder: typeof deferOrder;
  deliverSheet: typeof deliverSheet;
  executeOrder: typeof executeOrder;
  getCheck: typeof getCheck;
  getKeys: typeof getKeys;
  getLine: typeof getLine;
  getMe: typeof getMe;
  getMonth: typeof getMonth;
  getOrder: typeof getOrder;
  getOrderHistory: typeof getOrderHistory;
  getRecord: typeof getRecord;
  getSettings: typeof getSettings;
  intendReport: typeof intendReport;
  intendStatement: typeof intendStatement;
  intendSubmission: typeof intendSubmission;
  listMonths: typeof listMonths;
  listOrders: typeof listOrders;
  listPublicProviders: typeof listPublicProviders;
  listTasks: typeof listTasks;
  listTurns: typeof listTurns;
  openUpload: typeof openUpload;
  placeOrder: typeof placeOrder;
  prepareSheet: typeof prepareSheet;
  readIdentity: typeof readIdentity;
  rejectOrder: typeof rejectOrder;
  reportNotExecuted: typeof reportNotExecuted;
  sendStatement: typeof sendStatement;
  signReport: typeof signReport;
  startOrder: typeof startOrder;
  submitMonth: typeof submitMonth;
};

type RouteOf<Key extends keyof Ways> = (typeof registry)[Key]['on']['http'];

/** `GET /tasks`, exactly as the registry spells it: what stands in the registry is what can be asked. */
export type Route = RouteOf<keyof Ways>;

type KeyOf<R extends Route> = { [Key in keyof Ways]: RouteOf<Key> extends R ? Key : never }[keyof Ways];
type ShapesOf<R extends Route> = NonNullable<Ways[KeyOf<R>]['shapes']>;

/** A part that the way in does not take is not there; one in which everything may be left out may itself be. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Partial<Value> extends Value
    ? { readonly [name in Name]?: Value }
    : { readonly [name in Name]: Value };

export type Asked<R extends Route> = Part<'path', ShapesOf<R>['path']> &
  Part<'query', ShapesOf<R>['query']> &
  Part<'body', ShapesOf<R>['body']>;

/** What the way in answers. */
export type AnswerOf<R extends Route> = ShapesOf<R>['answer'];
