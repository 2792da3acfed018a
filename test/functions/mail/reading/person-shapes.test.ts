import { describe, expect, it } from 'vitest';
import { personShapesIn } from '../../../../functions/mail/reading/person-shapes.ts';

const found = (text: string) => personShapesIn(text).map(({ at, length }) => text.slice(at, at + length));

describe('a person’s number, however it is divided', () => {
  it.each([
    '191212121212',
    '121212-1212',
    '12 12 12-12 12',
    '12 12 12 12 12',
    '19121212 1212',
    '1912 1212 1212',
    '121212 - 1212',
    '121212 – 1212',
    '19 12 12 12 12 12',
    '19 12 12-12-12 12',
    '1912.12.12 12.12',
    '12\u00a012\u00a012\u00a012\u00a012',
  ])('%s', (number) => {
    expect(found(`JA för ${number}.`)).toEqual([number]);
    expect(found(number)).toEqual([number]);
  });
  it.each([
    'START 2026-11-02',
    'START 2026-11-02 1200',
    '070-174 06 05',
    '0701-74 06 05',
    '12 12 12-12 13',
    'Ärende 2026-000123-4567',
    'OCR 1234567897',
  ])('and nothing that is none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a home', () => {
  it.each([
    'Storgatan 12',
    'Storgatan 12 B',
    'Storgatan 12b',
    'Björkvägen 3 lgh 1102',
    'Björkvägen 3, lgh 1102',
    'Björkvägen 3 A lägenhet nr 12',
    'Stora vägen 4',
    'STORGATAN 12',
    'storgatan 12',
    'lgh 1102',
    'Storgatan12',
    'Storgatan 12, 793 00 Exempelby',
    'Storgatan 12 B lgh 1102, 79300 exempelby',
    'Storgatan 12\n793 00 Stora Exempelby',
    'Storgatan 12, SE-793 00 Exempelby',
  ])('%s', (home) => {
    expect(found(`Hon bor på ${home}, ring först`)).toEqual([home]);
  });
  it.each([
    'hela vägen 3 gånger',
    'Storgatan 2/11',
    'START 2 november',
    '793 00 Exempelby',
    'kod OMV 12',
    'lägenheten',
    'Storgatan',
  ])('and nothing that is none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it.each(['1 ', 'a', 'Storgatan '])('finds nothing in a long text of %j, however often it begins', (part) => {
  expect(found(part.repeat(10_000))).toEqual([]);
});
