import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Machine } from '../../../infra/local/machine.ts';
import type { Actors } from '../../../infra/local/scripted-month/actors.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';

const at = (userId: string, role: Role, unitId?: string) => ({ userId, role, ...(unitId ? { unitId } : {}) });

/** Who buys and performs in the demo municipality, beside the two managers that it has. */
export const buying = {
  manager: at('EB1', 'ordering-manager', 'E1'),
  performer: at('EM1', 'receiving-manager', 'E2'),
  administrator: at('EA1', 'ordering-administrator', 'E1'),
  coordinator: at('ES1', 'receiving-coordinator', 'E2'),
  contact: at('EK1', 'contact-person', 'E2'),
  employee: at('EP1', 'employee', 'E2'),
  halmstad: at('EB3', 'ordering-manager', 'E3'),
  caseWorker: at('EH3', 'ordering-officer', 'E3'),
  leader: at('EU1', 'development-leader'),
  registrar: at('ER1', 'registrar-own'),
  registrarLov: at('ER2', 'registrar-lov'),
  economist: at('EE1', 'economist'),
  finance: at('EF1', 'finance'),
  areaHead: at('EO1', 'area-head'),
} as const;

/** A third unit, that buys by Halmstad's routine, and everybody who has part in purchases. */
export async function everyBuyer({ deps: { table } }: Machine): Promise<void> {
  const unit = { id: 'E3', name: 'Boende Väster', board: 'Omsorgsnämnden', area: 'Väster', costCentre: '4330' };
  const others = Object.values(buying).filter(({ userId }) => userId !== 'EB1' && userId !== 'EM1');
  await table.commit([
    unitStore(table).save({ ...unit, pack: 'halmstad' }, undefined),
    ...others.map((one) => membershipStore(table).save({ ...one, name: `Person ${one.userId}` }, undefined)),
  ]);
}

const Asked = z.looseObject({ id: z.string() });

/** A unit asks another for hours, as the API takes it. */
export async function aRequest(people: Actors, over: Record<string, unknown> = {}, by = buying.manager) {
  const body = {
    ...{ orderingUnitId: by.unitId, receivingUnitId: 'E2', mode: 'PLANNED', caseNo: 'A-3001' },
    ...{ services: [{ code: 'OMV' }], extent: { minutes: 1680, per: 'MONTH' }, from: '2026-11-02', to: '2026-12-31' },
    grounds: { code: 'DOUBLE_STAFFING', kind: 'POINT', ownStaffingExcludedAt: '2026-11-01T10:00:00+01:00' },
    ...over,
  };
  return (await people.ask(by, 'requestPurchase', { body }, Asked)).id;
}

export const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
export const unfold = (page: Page, name: string) => page.locator('.act > summary', { hasText: name }).click();
export const said = (page: Page, sentence: string) => page.locator('.acts').getByText(sentence).first().waitFor();
export const card = (page: Page, heading: string) =>
  page.locator('section.card', { has: page.getByRole('heading', { name: heading, exact: true }) });

/** A purchase's page, when all of it is there. */
export async function onPurchase(page: Page): Promise<void> {
  await page.waitForSelector('.timeline li');
  await page.waitForSelector('.acts h2');
}
