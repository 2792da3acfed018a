type Language = 'sv' | 'en';

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  true: { sv: 'true (ja)', en: 'true (yes)' },
  false: { sv: 'false (nej)', en: 'false (no)' },
  OFF: { sv: 'OFF (av)', en: 'OFF (off)' },
  PTnHnM: { sv: 'en tid, som PT48H (48 timmar) eller PT1H30M', en: 'a time, as PT48H (48 hours) or PT1H30M' },
  'HH:MM[:SS]': { sv: 'ett klockslag, som 14:00', en: 'a time of the day, as 14:00' },
  'HOURS:n': { sv: 'HOURS: och ett antal timmar, som HOURS:24', en: 'HOURS: and a number of hours, as HOURS:24' },
  'ÅÅÅÅ-MM-DD,…': { sv: 'dagar, som 2026-12-24,2026-12-31', en: 'days, as 2026-12-24,2026-12-31' },
};

/** The values that a parameter takes, as they are written and in words. */
export const allowedInWords = (allowed: string, language: Language): string =>
  allowed
    .split('|')
    .map((one) => (Object.hasOwn(words, one) ? words[one]?.[language] : undefined) ?? one)
    .join('|');
