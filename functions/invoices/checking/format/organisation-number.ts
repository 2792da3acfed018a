/** Ten digits of which the last is right, by modulus 10 (Luhn): what a Swedish organisation has. */
export const isOrganisationNumber = (text: string): boolean => /^\d{10}$/.test(text) && hasRightLast(text);

/** Whether the last digit of a row of digits is right for those before it (Luhn). */
function hasRightLast(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
