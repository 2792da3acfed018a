import { describe, expect } from 'vitest';
import * as z from 'zod';
import { dateOf, instantAt } from '../../shared/domain/local-time.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import type { House } from '../stories/month-ways/a-house.ts';
import { roads } from '../stories/month-ways/roads.ts';
import { theMonth } from '../stories/month-ways/the-month.ts';
import { aMonthStory } from '../stories/support/a-month-story.ts';
import { aCell, scanned, sendForm } from './support/a-cell.ts';
import { aCloud } from './support/a-cloud.ts';
import { aCloudClient } from './support/a-cloud-client.ts';

const Form = z.object({ documentId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) });

/** An empty cell, its first administrator, and its functions; the scanner and the schedules are played by the test. */
async function inTheCloud(): Promise<House> {
  const cell = await aCell();
  const cloud = await aCloud(cell);
  const { table } = cloud.deps;
  await table.commit([membershipStore(table).save({ userId: 'D1', role: 'administrator' }, undefined)]);
  const client = aCloudClient(cloud);
  const { sign, decide } = aMonthStory(() => {
    throw new Error('no machine was started');
  }, client);
  return {
    ...{ client, first: 'D1', sign, decide },
    async at(now) {
      const instant = new Date(now).toISOString();
      const first = `${dateOf(instant).slice(0, 8)}01`;
      cloud.at(instantAt(first, '00:10'));
      await cloud.schedule('openMonth');
      cloud.at(instant);
      await cloud.schedule('sweepDeadlines');
    },
    async upload(user, bytes, contentType) {
      const opened = await client.as(user, 'POST', '/documents/uploads', { contentType, bytes: bytes.length });
      const form = Form.parse(opened.body);
      expect(await sendForm(form, bytes)).toBeLessThan(300);
      await scanned(cell.INCOMING_BUCKET, form.documentId);
      return form.documentId;
    },
    async end() {
      expect(cloud.failures).toEqual([]);
    },
  };
}

/** Two of the roads of the month on the adapters of AWS; the others differ in nothing that the cloud knows of. */
describe.each(['uploaded files', 'a workbook of both sheets'] as const)('in the cloud, a month by %s', (name) => {
  theMonth(roads[name], inTheCloud);
});
