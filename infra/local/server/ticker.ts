import type { Deps } from '../../../shared/ports/deps.ts';
import type { Machine } from '../machine.ts';

/** Lets the machine do what has fallen due, once a second and never twice at a time. */
export function ticker(machine: Machine, log: Deps['log']): { stop(): Promise<void> } {
  let turn: Promise<void> | undefined;
  const once = async () => {
    try {
      await machine.tick();
    } catch (failure) {
      log.error('a turn of the clock failed', { entry: 'ticker', failure });
    } finally {
      turn = undefined;
    }
  };
  const timer = setInterval(() => {
    turn ??= once();
  }, 1000);
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}
