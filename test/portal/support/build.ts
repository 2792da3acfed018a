import { buildPortal } from '../../../infra/portal/build.ts';

/** The portal is built once, before any test looks at it. */
export const setup = async (): Promise<void> => {
  await buildPortal();
};
