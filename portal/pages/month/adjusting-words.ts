import { useOwnWords } from '../../app/language.ts';
import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

const sv = {
  rulesChanged: 'Reglerna räknar annorlunda i dag',
  rulesChangedText: (cases: string) =>
    `Det som sammanställdes ändras inte av det, och inget föreslås. Ärenden: ${cases}.`,
  mistake: 'Jag bestämde ett ärende fel',
  go: 'Rätta ärendet',
  text: 'Ange den tid som ska gälla, och skriv vad som blev fel. Utföraren ska vara tillfrågad.',
};

const en: CatalogueShape<typeof sv> = {
  rulesChanged: 'The rules count otherwise today',
  rulesChangedText: (cases) => `What was stated does not change by it, and nothing is proposed. Cases: ${cases}.`,
  mistake: 'I decided a case wrongly',
  go: 'Correct the case',
  text: 'Give the time that is right, and write what went wrong. The provider is to have been asked.',
};

/** What is said of rules that changed and of an officer's own mistake: it comes along with the page. */
export const useAdjustingWords = () => useOwnWords(sv, en);
