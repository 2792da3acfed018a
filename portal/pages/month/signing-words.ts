import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What only the pages of a signature say: they are few, and fetch it in both languages. */
export const sv = {
  unsure: 'Underskriften kan ha kommit fram fast svaret inte gjorde det. Försök igen: inget undertecknas två gånger.',
  standing: {
    submission: 'Månaden är inlämnad och undertecknad',
    report: 'Rapporten är undertecknad',
    statement: 'Sammanställningen är undertecknad och skickad',
  },
  nothing: 'Inget är undertecknat',
  filesGone: 'Välj filerna igen om du ville lämna in dem',
  filesGoneText: 'Filer som du har valt finns inte kvar när sidan läses om. Välj dem och kontrollera dem i månaden.',
  replaced: 'Filerna har bytts ut sedan du öppnade sidan. Läs igenom igen innan du undertecknar.',
  commentLost: 'Din kommentar finns inte kvar',
  commentLostText:
    'Sidan lästes om, och då försvann det som du hade skrivit. Gå tillbaka till månaden och skriv det igen, eller underteckna utan kommentar.',
  other: {
    title: 'Någon annan loggade in',
    text: (name: string) =>
      `Inget är undertecknat. Underskriften skulle göras av den som kontrollerade innehållet, men nu är ${name} inloggad.`,
    signAnyway: 'Logga in som den som skulle underteckna',
    goOn: (name: string) => `Fortsätt som ${name}`,
  },
};

export const en: CatalogueShape<typeof sv> = {
  unsure: 'The signature may have come through although the answer did not. Try again: nothing is signed twice.',
  standing: {
    submission: 'The month is handed in and signed',
    report: 'The report is signed',
    statement: 'The statement is signed and sent',
  },
  nothing: 'Nothing is signed',
  filesGone: 'Choose the files again if you meant to hand them in',
  filesGoneText:
    'Files that you chose are not kept when the page is reloaded. Choose them and check them in the month.',
  replaced: 'The files have been replaced since you opened the page. Read them again before you sign.',
  commentLost: 'Your comment is gone',
  commentLostText:
    'The page was reloaded, and what you had written was lost. Go back to the month and write it again, or sign without a comment.',
  other: {
    title: 'Somebody else signed in',
    text: (name) =>
      `Nothing is signed. The signature was to be made by whoever checked the content, but now ${name} is signed in.`,
    signAnyway: 'Sign in as the one who was to sign',
    goOn: (name) => `Go on as ${name}`,
  },
};
