import * as z from 'zod';
import type { Actors } from '../../../infra/local/scripted-month/actors.ts';

const officer = { userId: 'O1', role: 'officer' } as const;
const Made = z.looseObject({ id: z.string() });

type Wanted = {
  readonly caseNo: string;
  readonly toProviderId?: string;
  readonly abstains?: true;
  readonly wishedDate?: string;
  readonly noContact?: boolean;
  /** Both providers have been told. */
  readonly wasTold?: boolean;
};

/** A switch in one of the officer's cases, as it would have come from the page; its id. */
export async function aSwitch(people: Actors, { wasTold = false, ...wanted }: Wanted): Promise<string> {
  const { id } = await people.ask(officer, 'requestSwitch', { body: { mode: 'ORAL', ...wanted } }, Made);
  const path = { switchId: id };
  if (wasTold) await people.ask(officer, 'tellProviders', { path, body: {} }, z.unknown());
  return id;
}

/** The turn list drawn up with P3 first, then P1 and P2. */
export async function arrangedTurns(people: Actors): Promise<void> {
  const providers = ['P3', 'P1', 'P2'].map((providerId, index) => ({ providerId, number: index + 1 }));
  await people.ask(officer, 'arrangeTurns', { body: { providers, first: 'P3' } }, z.unknown());
}
