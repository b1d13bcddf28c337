import assert from 'node:assert/strict';
import { country, countryOf } from '../../../../src/core/geo/countries.ts';
import { findCountries } from '../../../../src/core/geo/mentions.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

describe('countries', () => {
  const known: readonly (readonly [string, string, string])[] = [
    ['Türkiye', 'TR', 'noun'],
    ['Turkey', 'TR', 'noun'],
    ['TÜRKIYE', 'TR', 'noun'],
    ['Turkish', 'TR', 'adjective'],
    ['Turks', 'TR', 'people'],
    ['Syrians', 'SY', 'people'],
    ['Ankara', 'TR', 'capital'],
    ['Washington', 'US', 'capital'],
    ['Kyiv', 'UA', 'capital'],
    ['Kiev', 'UA', 'capital'],
    ['U.S.', 'US', 'noun'],
    ['UK', 'GB', 'noun'],
    ['the Netherlands', 'NL', 'noun'],
    ['Netherlands', 'NL', 'noun'],
    ['the Kremlin', 'RU', 'metonym'],
    ['Downing Street', 'GB', 'metonym'],
    ['North Korean', 'KP', 'adjective'],
    ['Emirati', 'AE', 'adjective'],
    ['Côte d’Ivoire', 'CI', 'noun'],
    ['Scottish', 'GB-SCT', 'adjective'],
    ['Congolese', 'CD', 'adjective'],
  ];
  for (const [words, code, form] of known)
    it(`knows ${words}`, () => assert.deepEqual([countryOf(words)?.code, countryOf(words)?.form], [code, form]));

  for (const words of ['us', 'Istanbul', 'turkey', 'Austral', '', 'Minister', 'Emirian', 'Kurdish'])
    it(`does not take ${JSON.stringify(words)} for a country`, () => assert.equal(countryOf(words), null));

  it('tells that a form may stand for two countries', () => {
    assert.deepEqual(countryOf('Congolese')?.others, ['CG']);
    assert.deepEqual(countryOf('Turkish')?.others, []);
  });

  it('gives a country’s forms, the usual one first', () => {
    const found = country('TR');
    assert.deepEqual([found?.noun[0], found?.adjective[0], found?.capital[0]], ['Türkiye', 'Turkish', 'Ankara']);
    assert.equal(country('AE')?.adjective[0], 'Emirati');
    assert.equal(country('XX'), null);
  });

  const texts: readonly (readonly [string, string])[] = [
    ['The U.S. and North Korean envoys met in Washington, D.C., on Monday.', 'U.S.=US North Korean=KP Washington, D.C.=US'],
    ['Guinea-Bissau and Equatorial Guinea are not Guinea.', 'Guinea-Bissau=GW Equatorial Guinea=GQ Guinea=GN'],
    ['They told us that turkey was served.', ''],
    ['TELL US MORE', ''],
  ];
  for (const [text, expected] of texts) {
    it(`finds the countries of ${JSON.stringify(text)}`, () => {
      const tokens = tokenize(text);
      const found = findCountries(tokens).map(
        ({ from, to, code }) => `${text.slice(tokens.start[from], tokens.end[to - 1])}=${code}`,
      );
      assert.equal(found.join(' '), expected);
    });
  }
});
