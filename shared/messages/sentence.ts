import { en } from './en.ts';
import { sv } from './sv.ts';

/**
 * The sentence for a stable code, in Swedish unless English was asked for, with the words of the occasion where it has
 * their names in braces. A code without a sentence is shown as it is.
 */
export function sentence(code: string, language: string, words: Readonly<Record<string, string>> = {}): string {
  const catalogue: Readonly<Record<string, string>> = language === 'en' ? en : sv;
  return (catalogue[code] ?? code).replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
