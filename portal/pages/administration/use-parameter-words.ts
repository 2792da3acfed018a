import type { AnswerOf } from '../../api/contract.ts';
import { hours } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { valuesEn, valuesSv } from './parameter-words.ts';

export type Parameter = AnswerOf<'GET /settings/setup'>['parameters'][number];

export const written = (value: Parameter['value']): string => String(value);

const isDuration = ({ allowed, value }: Parameter): boolean => allowed.includes('PTn') || /^PT\d/.test(written(value));
const isHours = ({ allowed, value }: Parameter): boolean =>
  allowed.includes('HOURS:') || /^HOURS:/.test(written(value));

/** Hours and minutes in `PT1H30M`, and hours in `HOURS:5`; undefined in anything else. */
function minutesIn(text: string): number | undefined {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?$|^HOURS:(\d+)$/.exec(text);
  return found ? Number(found[1] ?? found[3] ?? 0) * 60 + Number(found[2] ?? 0) : undefined;
}

/** The routine's choices as people say them, and what is written in words as it is set. */
export function useParameterWords() {
  const { yes, no, parameters } = useWords().administration;
  const values: Readonly<Record<string, string | undefined>> = useOwnWords(valuesSv, valuesEn);
  const forms: Readonly<Record<string, string | undefined>> = {
    ...{ true: yes, false: no, PTnHnM: parameters.duration, 'HOURS:n': parameters.anHour },
    ...{ 'HH:MM[:SS]': parameters.clock, 'ÅÅÅÅ-MM-DD,…': parameters.days },
  };
  function inWords(value: Parameter['value']): string {
    const text = written(value);
    const minutes = minutesIn(text);
    if (text === '') return values.NONE ?? '';
    if (minutes === undefined) return forms[text] ?? values[text] ?? text;
    return minutes % 60 === 0 ? parameters.hours(String(minutes / 60)) : hours(minutes);
  }
  const piecesOf = ({ allowed }: Parameter) => allowed.split('|');
  return {
    inWords,
    allowedInWords: (of: Parameter): string => piecesOf(of).map(inWords).join(', '),
    /** Those to choose between, where each has a name; undefined where something is to be written. */
    choicesOf(of: Parameter): readonly string[] | undefined {
      if (typeof of.value === 'boolean') return ['true', 'false'];
      const pieces = piecesOf(of);
      return pieces.every((piece) => values[piece] !== undefined) ? pieces : undefined;
    },
    /** A value as it is written in the field: whole hours by their number. */
    typed(of: Parameter): string {
      const text = written(of.value);
      const minutes = minutesIn(text);
      if (minutes !== undefined) return minutes % 60 === 0 ? String(minutes / 60) : text;
      return values[text] ?? text;
    },
    /** What is written in the field, as it is set. */
    setAs(of: Parameter, text: string): string {
      const named = piecesOf(of).find((piece) => values[piece]?.toLowerCase() === text.toLowerCase());
      if (named !== undefined || !/^\d+$/.test(text)) return named ?? text;
      return isDuration(of) ? `PT${text}H` : isHours(of) ? `HOURS:${text}` : text;
    },
  };
}
