import Negotiator from 'negotiator';
import type { Language } from './spec.ts';

/** What sentences for people are written in; the first where a request has no wish, or none that can be met. */
const spoken = ['sv', 'en'] as const satisfies readonly Language[];

/** The language that a request asks for, by its weights and in any case of letters (RFC 9110, 12.5.4). */
export function languageOf(headers: Readonly<Record<string, string | undefined>>): Language {
  const { 'accept-language': wish } = headers;
  const chosen = new Negotiator({ headers: { 'accept-language': wish } }).language([...spoken]);
  return spoken.find((language) => language === chosen) ?? spoken[0];
}

/** What an answer with sentences in it says of itself. */
export const inLanguage = (language: string) => ({ 'content-language': language, vary: 'Accept-Language' });
