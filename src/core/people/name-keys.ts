/** Particles that spellings of one name keep or drop: "Al-Sisi", "El-Sisi", "Sisi". */
const PARTICLES = new Set([
  'al',
  'el',
  'bin',
  'ibn',
  'ben',
  'bint',
  'van',
  'von',
  'der',
  'den',
  'de',
  'da',
  'di',
  'del',
  'la',
  'le',
  'dos',
  'du',
  'abu',
  'ould',
  'haj',
  'jr',
  'sr',
  'ii',
  'iii',
  'the',
]);

/** A name's words folded for comparing: lower case, without accents, hyphens split, particles dropped where something else is left. */
export function nameWords(name: string): readonly string[] {
  const all = foldLetters(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = all.filter((word, i) => !PARTICLES.has(word) || (all.length > 1 && i === all.length - 1 && word.length > 3));
  return kept.length > 0 ? kept : all;
}

/** Nothing to fold but capitals, as in most names: the normal form of every letter is then left alone. */
const PLAIN = /^[a-zA-Z0-9 .,&()/-]*$/;

const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Lower case without accents; the dotless ı of Turkish and the like become their plain letters: "Çavuşoğlu" → "cavusoglu". */
export function foldLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼ`]/gu, '')
    .toLowerCase()
    .replace(/[ıøłđðþßæœ]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * A key that spellings of one word share: its consonants, sorted, without doubles; transliterations mostly differ in vowels. "parvez" and
 * "pervaiz", "ashtian" and "ashtiani".
 */
export function skeleton(word: string): string {
  const plain = word
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/[cq]/g, 'k')
    .replace(/[aeiouyjw]/g, '')
    .replace(/(.)\1+/g, '$1');
  return [...plain].sort().join('');
}

/** Whether two folded words can be spellings of one name: long enough, the same first letter, two edits at most. */
export function areSpellings(a: string, b: string): boolean {
  if (a === b) return true;
  const short = Math.min(a.length, b.length);
  if (short < 5 || a[0] !== b[0]) return false;
  return edits(a, b, short < 8 ? 1 : 2) || (short >= 6 && skeleton(a) === skeleton(b) && edits(a, b, 2));
}

/** The same for given names, where the vowels of a transliteration differ freely: "Pervaiz", "Parvez". */
export function areGivenSpellings(a: string, b: string): boolean {
  if (areSpellings(a, b)) return true;
  return Math.min(a.length, b.length) >= 6 && a[0] === b[0] && consonants(a) === consonants(b) && edits(a, b, 3);
}

function consonants(word: string): string {
  return word.replace(/[aeiouy]/g, '');
}

/** Whether at most `most` letters are added, dropped, changed or swapped. Names are short: the table is too. */
function edits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length]! <= most;
}
