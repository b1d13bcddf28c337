import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../../src/core/index.ts';
import { resources } from '../../models.ts';

const models = resources();

/** Each quote as `speaker via medium: words`. */
function said(text: string): string[] {
  return createAnalyzer(models)
    .analyze(text)
    .quotes.map(
      ({ speaker, via, content }) =>
        `${speaker ?? '?'}${via === null ? '' : ` via ${via}`}: ${content.map(({ start, end }) => text.slice(start, end)).join(' | ')}`,
    );
}

describe('second-hand quotes', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Jale Demir told TASS that the talks had failed.', 'Jale Demir via TASS: the talks had failed'],
    ['Jale Demir told reporters that the talks had failed.', 'Jale Demir: the talks had failed'],
    ['“We shall not wait,” Jale Demir said in an interview with Reuters.', 'Jale Demir via Reuters: We shall not wait,'],
    ['Speaking to Al Jazeera, Jale Demir said the talks had failed.', 'Jale Demir via Al Jazeera: the talks had failed'],
    ['In an interview with Reuters, Jale Demir said the talks had failed.', 'Jale Demir via Reuters: the talks had failed'],
    ['After Reuters had left, Jale Demir said the talks had failed.', 'Jale Demir: the talks had failed'],
    // A medium around the words of an inner speaker passes them on.
    ['“The border is open,” Jale Demir said, Al Alam reported.', 'Jale Demir via Al Alam: The border is open,'],
    ['Jale Demir said the border was open, Al Alam reported on Monday.', 'Jale Demir via Al Alam: the border was open'],
    ['Jale Demir said the talks had failed, state news agency Anadolu reported.', 'Jale Demir via Anadolu: the talks had failed'],
    ['The border is open, Jale Demir said, according to TASS.', 'Jale Demir via TASS: The border is open'],
    ['The talks have failed, the ministry said, Interfax reported.', 'the ministry via Interfax: The talks have failed'],
    ['TASS reported that Jale Demir said the border was open.', 'Jale Demir via TASS: the border was open'],
    // Nobody else speaks: the medium does.
    ['TASS reported that the border was open.', 'TASS: the border was open'],
    ['According to TASS, the border was open.', 'TASS: the border was open'],
    ['The talks had failed, Jale Demir said, and nobody asked why.', 'Jale Demir: The talks had failed'],
    ['“The talks have failed,” Jale Demir was quoted by TASS as saying.', 'Jale Demir via TASS: The talks have failed,'],
    ['“The talks have failed,” Jale Demir was quoted as saying by Reuters.', 'Jale Demir via Reuters: The talks have failed,'],
    ['The talks had failed, Jale Demir was quoted as saying on Monday.', 'Jale Demir: The talks had failed'],
    ['Jale Demir was quoted as saying: “The talks have failed.”', 'Jale Demir: The talks have failed.'],
    ['“The talks have failed,” TASS quoted Jale Demir as saying.', 'Jale Demir via TASS: The talks have failed,'],
    ['TASS quoted Jale Demir as saying that the border was open.', 'Jale Demir via TASS: the border was open'],
    [
      'TASS quoted the foreign minister, Jale Demir, as saying that “nobody left the table” in Lisbon.',
      'Jale Demir via TASS: “nobody left the table” in Lisbon',
    ],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(said(text), expected));
});
