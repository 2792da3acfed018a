import type { AnswerOf } from '../api/contract.ts';
import { useAsk } from './use-ask.ts';

export type Services = AnswerOf<'GET /settings/services'>['items'];

/** The municipality's own catalogue; empty where it has none or it cannot be had, undefined until it is there. */
export function useServices(): Services | undefined {
  const { state, value } = useAsk('GET /settings/services');
  return value?.items ?? (state === 'failed' ? [] : undefined);
}

/** `Omvårdnad (OMV)` by the catalogue; the code alone where it says nothing of it. */
export function useServiceNames(): (code: string) => string {
  const services = useServices();
  return (code) => {
    const name = services?.find((one) => one.code === code)?.name;
    return name ? `${name} (${code})` : code;
  };
}
