import { expect, it } from 'vitest';
import { takesMailFor } from '../../../../infra/local/smtp/recipients.ts';

const own = 'utfort@kommun.example';

it.each([
  'utfort@kommun.example',
  'UTFORT@Kommun.Example',
  'utfort+abcdefghijklmnopqrstuvwxyz@kommun.example',
  'utfort+nonsense@localhost',
  'utfort@[127.0.0.1]',
  'postmaster@kommun.example',
  'Postmaster',
])('%s is ours', (address) => expect(takesMailFor(address, own)).toBe(true));

it.each([
  'utfort@kommun.example.evil.example',
  'utfort@evil.example',
  'utfortare@kommun.example',
  'utfort%evil.example@kommun.example',
  'utfort',
  'utfort@',
  '@kommun.example',
  '"utfort+x"@evil.example@kommun.example',
])('%s is not', (address) => expect(takesMailFor(address, own)).toBe(false));
