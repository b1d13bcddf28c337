import currencyList from '../../../../data/en/currencies.txt';
import type { Money } from '../../article.ts';

/**
 * Reads an amount of money as printed: "$3 million", "€2.5bn", "Tk 500 crore", "50,000 baht". Null for what is no one amount ("dollars",
 * "tens of millions of dollars", "$3-$4").
 */
export function moneyValue(text: string): Money | null {
  const number = readNumber(text);
  if (!number) return null;
  return { amount: number.amount, currency: readCurrency(text.slice(0, number.start), text.slice(number.end)) };
}

const SCALES = new Map([
  ['hundred', 1e2],
  ['k', 1e3],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['million', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['billion', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['trillion', 1e12],
]);
const UNITS = new Map(
  'a one two three four five six seven eight nine ten eleven twelve'.split(' ').map((name, i) => [name, Math.max(1, i)] as const),
)
  .set('half', 0.5)
  .set('twenty', 20)
  .set('thirty', 30)
  .set('forty', 40)
  .set('fifty', 50)
  .set('sixty', 60)
  .set('seventy', 70)
  .set('eighty', 80)
  .set('ninety', 90);

interface Amount {
  readonly amount: number;
  readonly start: number;
  readonly end: number;
}

function readNumber(text: string): Amount | null {
  const figures = /\d[\d,. \u00a0\u202f]{0,40}/.exec(text);
  if (figures) {
    const printed = upToLastDigit(figures[0]);
    const amount = figureValue(printed);
    const end = figures.index + printed.length;
    return amount === null || /\d/.test(text.slice(end)) ? null : scaled(text, amount, figures.index, end);
  }
  for (const match of text.matchAll(/[a-z]+/gi)) {
    const unit = UNITS.get(match[0].toLowerCase());
    if (unit === undefined) continue;
    const amount = scaled(text, unit, match.index, match.index + match[0].length);
    // "a dollar" and "one hundred" differ from "a few dollars": a scale or a plain count has to follow.
    return amount.amount === unit && match[0].toLowerCase() === 'a' ? null : amount;
  }
  return null;
}

function upToLastDigit(text: string): string {
  let end = text.length;
  while (end > 0 && !/\d/.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** "1,234.5", "2 000", "2,5" (a comma before one or two last digits is a decimal point). Null where the marks agree with no custom. */
function figureValue(printed: string): number | null {
  const solid = printed.replace(/[ \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (/^\d+(?:\.\d+)?$/.test(solid)) return Number(solid);
  if (/^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$/.test(solid) && /,\d{3}(?:\.|$)/.test(solid)) return Number(solid.replaceAll(',', ''));
  if (/^\d+,\d{1,2}$/.test(solid)) return Number(solid.replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(solid)) return Number(solid.replaceAll('.', ''));
  return null;
}

/** Applies the scales that follow: "3 million", "1.5 lakh crore", "half a million", "336-million-ringgit". */
function scaled(text: string, amount: number, start: number, end: number): Amount {
  let value = amount;
  for (;;) {
    const next = /^(?:\+|-plus)?[\s-]?(?:(?:an?|of an?)\s)?([a-z]+)/i.exec(text.slice(end, end + 24));
    const scale = next && SCALES.get(next[1]!.toLowerCase());
    if (!scale) return { amount: Number(value.toPrecision(15)), start, end };
    value *= scale;
    end += next[0].length;
  }
}

/** The list's entries: printed form → ISO 4217 code, null where several currencies share the form. */
const CURRENCIES: ReadonlyMap<string, string | null> = readCurrencies();

function readCurrencies(): Map<string, string | null> {
  const forms = new Map<string, string | null>();
  for (const line of currencyList.split('\n')) {
    const [code, names] = line.split('\t');
    if (!code || !names || code.startsWith('#')) continue;
    for (const name of names.trim().split(', ')) forms.set(fold(name), code === '?' ? null : code);
    if (code !== '?') forms.set(fold(code), code);
  }
  return forms;
}

function readCurrency(before: string, after: string): string | null {
  for (const side of [before, after]) {
    const words = fold(side).match(/\p{L}+\$?|\p{Sc}/gu) ?? [];
    for (let length = Math.min(words.length, 4); length > 0; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const form = words.slice(at, at + length).join(' ');
        const code = CURRENCIES.get(form) ?? (CURRENCIES.has(form) ? null : undefined);
        if (code !== undefined) return code;
      }
    }
  }
  return null;
}

/** "US $" → "us$", "U.S. dollars" → "us dollars", "million-dollar" → "million dollar". */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(/[-–,\s]+/g, ' ')
    .replaceAll(' $', '$')
    .trim();
}
