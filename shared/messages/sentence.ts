import { en } from './en.ts';
import { sv } from './sv.ts';

/** The sentence for a stable code, in Swedish unless English was asked for. A code without one is shown as it is. */
export function sentence(code: string, language: string): string {
  const catalogue: Readonly<Record<string, string>> = language === 'en' ? en : sv;
  return catalogue[code] ?? code;
}
