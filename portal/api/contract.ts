import type { exportTurns } from '../../functions/choices/ledger/export-turns.ts';
import type { listTurns } from '../../functions/choices/turns/list-turns.ts';
import type { listTasks } from '../../functions/deadlines/tasks/list-tasks.ts';
import type { openUpload } from '../../functions/documents/open-upload.ts';
import type { getThread } from '../../functions/messages/get-thread.ts';
import type { listMessages } from '../../functions/messages/list-messages.ts';
import type { readThread } from '../../functions/messages/read-thread.ts';
import type { replyMessage } from '../../functions/messages/reply-message.ts';
import type { sendMessage } from '../../functions/messages/send-message.ts';
import type { checkMonth } from '../../functions/months/checks/check-month.ts';
import type { getCheck } from '../../functions/months/checks/get-check.ts';
import type { answerQuestion } from '../../functions/months/lines/answer-question.ts';
import type { approveLines } from '../../functions/months/lines/approve-lines.ts';
import type { decideLine } from '../../functions/months/lines/decide-line.ts';
import type { getLine } from '../../functions/months/lines/get-line.ts';
import type { getMonth } from '../../functions/months/lists/get-month.ts';
import type { listMonths } from '../../functions/months/lists/list-months.ts';
import type { getKeys } from '../../functions/months/records/get-keys.ts';
import type { getRecord } from '../../functions/months/records/get-record.ts';
import type { intendReport } from '../../functions/months/signing/intend-report.ts';
import type { intendStatement } from '../../functions/months/signing/intend-statement.ts';
import type { intendSubmission } from '../../functions/months/signing/intend-submission.ts';
import type { sendStatement } from '../../functions/months/signing/send-statement.ts';
import type { signReport } from '../../functions/months/signing/sign-report.ts';
import type { submitMonth } from '../../functions/months/signing/submit-month.ts';
import type { withdrawReport } from '../../functions/months/signing/withdraw-report.ts';
import type { getStatementFile } from '../../functions/months/statement/get-statement-file.ts';
import type { closeOrder } from '../../functions/orders/ending/close-order.ts';
import type { endOrder } from '../../functions/orders/ending/end-order.ts';
import type { reportDeath } from '../../functions/orders/ending/report-death.ts';
import type { requestEnd } from '../../functions/orders/ending/request-end.ts';
import type { resumeOrder } from '../../functions/orders/ending/resume-order.ts';
import type { verifyEnd } from '../../functions/orders/ending/verify-end.ts';
import type { getOrder } from '../../functions/orders/lists/get-order.ts';
import type { getOrderHistory } from '../../functions/orders/lists/get-order-history.ts';
import type { listOrders } from '../../functions/orders/lists/list-orders.ts';
import type { handInCarePlan } from '../../functions/orders/papers/hand-in-care-plan.ts';
import type { listCaseDocuments } from '../../functions/orders/papers/list-case-documents.ts';
import type { listFollowUps } from '../../functions/orders/papers/list-follow-ups.ts';
import type { recordFollowUp } from '../../functions/orders/papers/record-follow-up.ts';
import type { returnDocumentation } from '../../functions/orders/papers/return-documentation.ts';
import type { viewDocument } from '../../functions/orders/papers/view-document.ts';
import type { confirmOrder } from '../../functions/orders/placing/confirm-order.ts';
import type { contactProvider } from '../../functions/orders/placing/contact-provider.ts';
import type { placeOrder } from '../../functions/orders/placing/place-order.ts';
import type { rejectOrder } from '../../functions/orders/placing/reject-order.ts';
import type { acknowledgeReport } from '../../functions/orders/reports/acknowledge-report.ts';
import type { changeServices } from '../../functions/orders/reports/change-services.ts';
import type { listReports } from '../../functions/orders/reports/list-reports.ts';
import type { planHomecoming } from '../../functions/orders/reports/plan-homecoming.ts';
import type { reportDecline } from '../../functions/orders/reports/report-decline.ts';
import type { reportHospital } from '../../functions/orders/reports/report-hospital.ts';
import type { reportNeed } from '../../functions/orders/reports/report-need.ts';
import type { deferOrder } from '../../functions/orders/starting/defer-order.ts';
import type { deliverSheet } from '../../functions/orders/starting/deliver-sheet.ts';
import type { executeOrder } from '../../functions/orders/starting/execute-order.ts';
import type { prepareSheet } from '../../functions/orders/starting/prepare-sheet.ts';
import type { reportNotExecuted } from '../../functions/orders/starting/report-not-executed.ts';
import type { startOrder } from '../../functions/orders/starting/start-order.ts';
import type { readIdentity } from '../../functions/people/customers/read-identity.ts';
import type { getJournal } from '../../functions/people/logs/get-journal.ts';
import type { getMe } from '../../functions/people/staff/get-me.ts';
import type { listStaff } from '../../functions/people/staff/list-staff.ts';
import type { getCapacity } from '../../functions/providers/capacity/get-capacity.ts';
import type { listPublicProviders } from '../../functions/providers/saving/list-public-providers.ts';
import type { registry } from '../../functions/registry.ts';
import type { getSettings } from '../../functions/settings/get-settings.ts';
import type { setSwitchDate } from '../../functions/switches/date/set-switch-date.ts';
import type { recordHandover } from '../../functions/switches/documents/record-handover.ts';
import type { getSwitch } from '../../functions/switches/lists/get-switch.ts';
import type { listSwitches } from '../../functions/switches/lists/list-switches.ts';
import type { callOffSwitch } from '../../functions/switches/requesting/call-off-switch.ts';
import type { requestSwitch } from '../../functions/switches/requesting/request-switch.ts';
import type { planTakeover } from '../../functions/switches/telling/plan-takeover.ts';
import type { tellProviders } from '../../functions/switches/telling/tell-providers.ts';

/** The ways in that the portal uses, by their registry keys. A page that needs another adds a line here. */
type Ways = {
  acknowledgeReport: typeof acknowledgeReport;
  answerQuestion: typeof answerQuestion;
  approveLines: typeof approveLines;
  callOffSwitch: typeof callOffSwitch;
  changeServices: typeof changeServices;
  checkMonth: typeof checkMonth;
  closeOrder: typeof closeOrder;
  confirmOrder: typeof confirmOrder;
  contactProvider: typeof contactProvider;
  decideLine: typeof decideLine;
  deferOrder: typeof deferOrder;
  deliverSheet: typeof deliverSheet;
  endOrder: typeof endOrder;
  executeOrder: typeof executeOrder;
  exportTurns: typeof exportTurns;
  getCheck: typeof getCheck;
  getJournal: typeof getJournal;
  getKeys: typeof getKeys;
  getLine: typeof getLine;
  getCapacity: typeof getCapacity;
  getMe: typeof getMe;
  getMonth: typeof getMonth;
  getOrder: typeof getOrder;
  getOrderHistory: typeof getOrderHistory;
  getRecord: typeof getRecord;
  getSettings: typeof getSettings;
  getSwitch: typeof getSwitch;
  getStatementFile: typeof getStatementFile;
  getThread: typeof getThread;
  handInCarePlan: typeof handInCarePlan;
  intendReport: typeof intendReport;
  intendStatement: typeof intendStatement;
  intendSubmission: typeof intendSubmission;
  listCaseDocuments: typeof listCaseDocuments;
  listFollowUps: typeof listFollowUps;
  listMessages: typeof listMessages;
  listMonths: typeof listMonths;
  listOrders: typeof listOrders;
  listPublicProviders: typeof listPublicProviders;
  listReports: typeof listReports;
  listStaff: typeof listStaff;
  listSwitches: typeof listSwitches;
  listTasks: typeof listTasks;
  listTurns: typeof listTurns;
  openUpload: typeof openUpload;
  placeOrder: typeof placeOrder;
  planHomecoming: typeof planHomecoming;
  planTakeover: typeof planTakeover;
  prepareSheet: typeof prepareSheet;
  readIdentity: typeof readIdentity;
  readThread: typeof readThread;
  recordFollowUp: typeof recordFollowUp;
  viewDocument: typeof viewDocument;
  recordHandover: typeof recordHandover;
  rejectOrder: typeof rejectOrder;
  replyMessage: typeof replyMessage;
  reportDeath: typeof reportDeath;
  reportDecline: typeof reportDecline;
  reportHospital: typeof reportHospital;
  reportNeed: typeof reportNeed;
  reportNotExecuted: typeof reportNotExecuted;
  requestEnd: typeof requestEnd;
  requestSwitch: typeof requestSwitch;
  resumeOrder: typeof resumeOrder;
  returnDocumentation: typeof returnDocumentation;
  sendMessage: typeof sendMessage;
  sendStatement: typeof sendStatement;
  setSwitchDate: typeof setSwitchDate;
  signReport: typeof signReport;
  startOrder: typeof startOrder;
  submitMonth: typeof submitMonth;
  tellProviders: typeof tellProviders;
  verifyEnd: typeof verifyEnd;
  withdrawReport: typeof withdrawReport;
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
