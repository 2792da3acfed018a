import { useOwnWords } from '../../app/language.ts';
import { addressesEn } from './address-words-en.ts';
import { addressesSv } from './address-words-sv.ts';

export const useAddressWords = () => useOwnWords(addressesSv, addressesEn);
