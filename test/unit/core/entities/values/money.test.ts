import assert from 'node:assert/strict';
import { moneyValue } from '../../../../../src/core/entities/values/money.ts';

describe('values of money', () => {
  const cases: readonly (readonly [string, number, string | null])[] = [
    ['$3 million', 3e6, 'USD'],
    ['US$5', 5, 'USD'],
    ['US $3.4 million', 3.4e6, 'USD'],
    ['€2.5bn', 2.5e9, 'EUR'],
    ['3 million dollars', 3e6, 'USD'],
    ['26.2 trillion U.S. dollars', 26.2e12, 'USD'],
    ['Tk 500 crore', 5e9, 'BDT'],
    ['₹1.5 lakh crore', 1.5e12, 'INR'],
    ['50,000 baht', 50000, 'THB'],
    ['N$2 000', 2000, 'NAD'],
    ['AUD 1,250.50', 1250.5, 'AUD'],
    ['1 million Australian dollars', 1e6, 'AUD'],
    ['336-million-ringgit', 336e6, 'MYR'],
    ['half a million euros', 5e5, 'EUR'],
    ['two billion yen', 2e9, 'JPY'],
    ['2,5 million euros', 2.5e6, 'EUR'],
    ['600-plus billion yuan', 6e11, 'CNY'],
    // Several states have rupees and pesos.
    ['Rs 40,000', 40000, null],
    ['300 pesos', 300, null],
    ['300 Mexican pesos', 300, 'MXN'],
  ];
  for (const [text, amount, currency] of cases) it(text, () => assert.deepEqual(moneyValue(text), { amount, currency }));

  for (const text of ['dollars', 'tens of millions of dollars', '$3.18-$3.81', 'a dollar', '250-300 yen', ''])
    it(`says nothing of ${JSON.stringify(text)}`, () => assert.equal(moneyValue(text), null));
});
