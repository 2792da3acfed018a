import { useOwnWords } from '../../../app/language.ts';
import type { CatalogueShape } from '../../../messages/catalogue-shape.ts';

const sv = {
  sent: 'Beställningen är skickad',
  number: 'Nummer',
  letters: { N01: 'Ny beställning att bekräfta', N04: 'Nytt uppdrag att verkställa', N09: 'Akut uppdrag' },
  MAIL: (letter: string) => `Ett mejl går nu till utföraren: ”${letter}”. Det har ärendets nummer och nämner ingen.`,
  INSIDE: (letter: string) => `Utföraren har fått ett meddelande här i systemet: ”${letter}”. Det nämner ingen.`,
  untold: 'Utföraren har inte fått något mejl ännu: kontakta den från beställningens sida.',
  remarks: 'Kom ihåg',
  open: 'Öppna beställningen',
  another: 'Lägg en till',
  taken: 'Personnumret finns redan, under ett annat namn',
  takenText:
    'Beställningen är skickad ändå. Tills du har svarat räknas de som två personer: det som meddelas om den ena, till exempel skyddade uppgifter, når inte den andra.',
  takenWhose: 'Vad stämmer?',
  takenMissing: 'Välj det som stämmer',
  samePerson: 'Det är samma person, under ett annat namn',
  wrongNumber: 'Numret blev fel',
  rightNumber: 'Rätt personnummer',
  rightNumberHint: 'Lämna tomt om du inte har det nu.',
  takenSave: 'Spara svaret',
  takenSaved: 'Kundens uppgifter är sparade',
};

const en: CatalogueShape<typeof sv> = {
  sent: 'The order is sent',
  number: 'Number',
  letters: { N01: 'A new order to confirm', N04: 'A new assignment to execute', N09: 'An urgent assignment' },
  MAIL: (letter) => `A letter now goes to the provider: “${letter}”. It has the number of the case and names nobody.`,
  INSIDE: (letter) => `The provider has a message here in the system: “${letter}”. It names nobody.`,
  untold: 'The provider has not been told yet: contact it from the order’s page.',
  remarks: 'Remember',
  open: 'Open the order',
  another: 'Place another',
  taken: 'The personal number is there already, under another name',
  takenText:
    'The order has been sent all the same. Until you have answered they count as two people: what is told of the one, such as protected details, does not reach the other.',
  takenWhose: 'What is right?',
  takenMissing: 'Choose what is right',
  samePerson: 'It is the same person, under another name',
  wrongNumber: 'The number was wrong',
  rightNumber: 'The right personal number',
  rightNumberHint: 'Leave empty if you do not have it now.',
  takenSave: 'Save the answer',
  takenSaved: 'The customer’s details are saved',
};

/** What is said once an order has been sent: it comes along with the receipt. */
export const useReceiptWords = () => useOwnWords(sv, en);
