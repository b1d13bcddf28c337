/** How much of a text's beginning is looked at, in UTF-16 units. */
const HEAD = 8000;
/** In 2 of 100 characters and more. Old wire copy has a few of them at its head. */
const MANY = 0.02;

/** Whether a text is no text at all: too many of its first characters are control characters, or stand for bytes that are no letters. */
export function isBinary(text: string): boolean {
  const length = Math.min(text.length, HEAD);
  let odd = 0;
  for (let i = 0; i < length; i++) if (isOdd(text.charCodeAt(i))) odd++;
  return odd > length * MANY && odd > 8;
}

function isOdd(unit: number): boolean {
  return unit < 0x20 ? unit < 0x09 || unit > 0x0d : (unit >= 0x7f && unit < 0xa0 && unit !== 0x85) || unit === 0xfffd;
}
