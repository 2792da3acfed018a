import * as z from 'zod';
import { instant, localIso } from '../../../shared/domain/local-time.ts';
import type { Machine } from '../machine.ts';
import { type Requested, request, signInFor } from '../request.ts';
import type { MessageFolder } from '../server/mail/message-folder.ts';
import { signings, wayNamed } from './signings.ts';
import type { Step } from './step.ts';

type Person = Parameters<typeof request>[1];
type Answered = { readonly status: number; readonly body: unknown };

const Intent = z.looseObject({ intentId: z.string() });

/** A file's text may be written as its lines, so that a history can be read: `{"text": ["…", "…"]}`. */
function withWholeTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWholeTexts);
  if (typeof value !== 'object' || value === null) return value;
  const whole = (key: string, each: unknown): unknown => {
    const lines = key === 'text' ? z.array(z.string()).safeParse(each).data : undefined;
    return lines ? lines.map((line) => `${line}\n`).join('') : withWholeTexts(each);
  };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, whole(key, each)]));
}

/** The letters that have left: all, or those to somebody, or since a time. */
async function lettersSent({ to, from }: Readonly<Record<string, string>>, letters: MessageFolder): Promise<Answered> {
  const since = from === undefined ? '' : instant(from);
  const items = (await letters.all())
    .filter((letter) => (to === undefined || letter.to === to) && (since === '' || instant(letter.sentAt) >= since))
    .map(({ to: receiver, subject, text, sentAt }) => ({ to: receiver, subject, text, sentAt }));
  return { status: 200, body: { letters: items.length, items } };
}

const File = z.object({ contentType: z.string().default('application/pdf'), text: z.string().default('en fil') });
const Opened = z.looseObject({ documentId: z.string() });

/** A file that somebody sends in, by the form that is opened for it; named by its `documentId` from then on. */
async function upload(person: Person, body: unknown, machine: Machine): Promise<Answered> {
  const { contentType, text } = File.parse(body ?? {});
  const answer = await request(machine, person, 'openUpload', { body: { contentType } });
  if (answer.status >= 400) return answer;
  const { documentId } = Opened.parse(answer.body);
  await machine.deps.documents.put('incoming', documentId, Buffer.from(text), contentType);
  return answer;
}

/** Does what a step says, as the one who does it, and tells what was answered. */
export async function doneBy(
  step: Step,
  asked: Requested,
  machine: Machine,
  letters: MessageFolder,
): Promise<Answered> {
  if (step.do === 'clock') return { status: 200, body: { now: localIso(machine.clock.now()) } };
  if (step.do === 'letters') return lettersSent(asked.query ?? {}, letters);
  const { by: userId, role, actingFor } = step;
  const person = userId === undefined ? undefined : { userId, role, actingFor };
  const whole = { ...asked, body: withWholeTexts(asked.body) };
  if (step.do === 'upload') return upload(person, whole.body, machine);
  const signing = step.do === 'sign' ? signings.get(step.what ?? '') : undefined;
  const way = signing?.intend ?? wayNamed(step.do)?.key;
  if (way === undefined) throw new Error(`no way in called ${step.do}`);
  const answer = await request(machine, person, way, whole);
  if (!signing || answer.status >= 400) return answer;
  const { intentId } = Intent.parse(answer.body);
  return request(machine, person, signing.seal, { ...whole, body: { intentId } }, signInFor(intentId, machine));
}
