import { expect } from 'vitest';
import * as z from 'zod';
import type { Client, Reply } from './a-client.ts';
import type { Started } from './a-start.ts';

const Intent = z.looseObject({ intentId: z.string() });
const Form = z.object({ documentId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) });
const Line = z.looseObject({
  caseNo: z.string(),
  officerId: z.string(),
  version: z.int(),
  proposal: z.looseObject({ status: z.string(), charged: z.int(), faults: z.array(z.string()) }),
});
const Month = z.looseObject({ lines: z.array(Line) });

/** A provider's month as the people of a municipality carry it through, over HTTP and by the contract's names alone. */
export const aMonthStory = (machine: () => Started, client: Client) => ({
  /** What waits is done when the clock has been moved. */
  async at(now: string): Promise<void> {
    expect((await client.http('PUT', '/_local/clock', { now })).status).toBe(200);
  },

  /** Uploads a file by the form that the API opens for it; its id. */
  async upload(user: string, bytes: Uint8Array, contentType: string): Promise<string> {
    const opened = await client.as(user, 'POST', '/documents/uploads', { contentType, bytes: bytes.length });
    const { documentId, url, fields } = Form.parse(opened.body);
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), 'fil');
    expect((await fetch(new URL(url, machine().base), { method: 'POST', body: form })).status).toBeLessThan(300);
    return documentId;
  },

  /** The two steps of every signature: what will be signed, then the same with a sign-in made for it. */
  async sign(user: string, path: string, wish: unknown): Promise<Reply> {
    const shown = await client.as(user, 'POST', `${path}/intent`, wish);
    expect(shown.status, JSON.stringify(shown.body)).toBe(201);
    const { intentId } = Intent.parse(shown.body);
    return client.as(user, 'POST', path, { intentId }, { 'x-sign-in': await client.signIn(user, 0, intentId) });
  },

  /** Each officer decides their own lines as proposed: what matches together, the rest having asked (L-27 to L-32, A68). */
  async decide(place: string, officers: readonly string[]): Promise<void> {
    const contacts = [{ with: 'customer' }, { with: 'provider' }];
    for (const officer of officers) {
      const { lines } = Month.parse((await client.as(officer, 'GET', place)).body);
      const matching = lines.filter(({ proposal }) => proposal.status === 'MATCH').map(({ caseNo }) => caseNo);
      if (matching.length > 0) {
        const approved = await client.as(officer, 'POST', `${place}/approvals`, { caseNos: matching });
        expect(approved.status, JSON.stringify(approved.body)).toBe(200);
      }
      for (const { caseNo, version, proposal } of lines) {
        if (proposal.status === 'MATCH') continue;
        const faulty = proposal.status === 'FAULTY' ? { faultCode: proposal.faults[0], comment: 'Inte rättat.' } : {};
        const decided = await client.as(
          officer,
          'PUT',
          `${place}/lines/${caseNo}`,
          { decision: 'APPROVE', contacts, ...faulty },
          { 'if-match': `"${version}"` },
        );
        expect(decided, JSON.stringify(decided.body)).toMatchObject({
          status: 200,
          body: { charged: proposal.charged },
        });
      }
    }
  },
});
