/** The letters of a print as people read them: ABCD EFGH. */
export const inFours = (letters: string): string => `${letters.slice(0, 4)} ${letters.slice(4)}`;
