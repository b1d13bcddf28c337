import assert from 'node:assert/strict';
import { firstCodePoints, lastCodePoints, lfText } from '../../../../src/core/marks/codepoints.ts';

describe('code points of LF text', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['emoji and 𝕏', 'She posted 🙂 on 𝕏 later.'],
    ['a family emoji', 'The 👨‍👩‍👧 left.'],
    ['a combining accent', 'Cafe\u0301 talks'],
    ['Turkish İ', 'İran ve MİT'],
    ['right-to-left text', 'قال الوزير: “نعم” today'],
    ['CRLF', 'One.\r\n\r\nTwo 🙂.\r\nThree.'],
    ['lone CR and mixed line ends', 'One.\rTwo.\r\nThree.\n'],
    ['a BOM kept as a character', '\ufeffMOSCOW — “Yes.”'],
    ['no final newline', 'Last line'],
    ['a lone surrogate', 'a\ud83db\ude00c'],
    ['nothing', ''],
    ['a long text', 'Ünïted 🙂 talks\r\n'.repeat(100)],
  ];
  for (const [name, text] of texts) {
    it(`goes there and back in ${name}`, () => {
      const lines = lfText(text);
      const lf = text.replace(/\r\n?/g, '\n');
      assert.equal(lines.lf, lf);
      const points = [...lf];
      let unit = 0;
      for (let count = 0; count <= points.length; count++) {
        assert.equal(lines.toCodePoints(unit), count);
        assert.equal(lines.fromCodePoints(count), unit);
        assert.equal(lines.toLf(lines.fromLf(unit)), unit);
        assert.equal(text.slice(0, lines.fromLf(unit)).replace(/\r\n?/g, '\n'), lf.slice(0, unit));
        unit += points[count]?.length ?? 0;
      }
    });
  }

  it('agrees with the offset table of the formats', () => {
    const text =
      'MOSCOW — Türkiye’s defence minister, Jale Demir, met three counterparts on Tuesday.\n\n“We agreed a timetable,” Demir said. “The work goes on.\n\n“Nobody left the table.”\n\nShe posted the communiqué on 𝕏 later.\n';
    const lines = lfText(text);
    const at = text.indexOf('later');
    assert.deepEqual([at, lines.toCodePoints(at)], [200, 199]);
    const crlf = text.replaceAll('\n', '\r\n');
    const windows = lfText(crlf);
    assert.deepEqual([crlf.indexOf('later'), windows.toCodePoints(windows.toLf(crlf.indexOf('later')))], [206, 199]);
  });

  it('cuts contexts between code points', () => {
    assert.equal(lastCodePoints('a🙂b🙂', 3), '🙂b🙂');
    assert.equal(firstCodePoints('🙂b🙂a', 3), '🙂b🙂');
    assert.equal(lastCodePoints('ab', 32), 'ab');
  });
});
