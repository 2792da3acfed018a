const half = 32;

/** One INTEGER of the DER sequence at `at`, as 32 bytes: without DER's sign byte, filled up with zeroes. */
function integerAt(der: Uint8Array, at: number): { readonly value: Uint8Array; readonly end: number } {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  const digits = der.subarray(at + 2, end);
  const value = digits.subarray(digits.findIndex((byte) => byte !== 0));
  if (der[at] !== 0x02 || end > der.length || length === 0 || value.length > half)
    throw new Error('not an ECDSA signature over P-256');
  const padded = new Uint8Array(half);
  padded.set(value, half - value.length);
  return { value: padded, end };
}

/** A P-256 signature from ASN.1 DER, as key services give it, to r‖s, as JWS takes it (RFC 7518, 3.4). */
export function rawSignature(der: Uint8Array): Uint8Array {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new Error('not an ECDSA signature over P-256');
  const r = integerAt(der, 2);
  const s = integerAt(der, r.end);
  if (s.end !== der.length) throw new Error('not an ECDSA signature over P-256');
  return Uint8Array.from([...r.value, ...s.value]);
}
