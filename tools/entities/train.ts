/**
 * Trains the recogniser of named entities: npm run train:entities [-- --data FOLDER --out FILE --epochs N --seed N].
 * The same data and seed give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { hashText } from '../../src/core/entities/hash.ts';
import { Vectors } from '../../src/core/entities/vectors.ts';
import { Reader, readVectors } from '../../src/core/entities/weights.ts';
import { fold } from '../../src/core/entities/words.ts';
import { type GoldArticle, readJsonl } from './corpus.ts';
import { bytesOf, learn, modelOf, OPTIONS, readGround, type Source } from './learn.ts';
import { report, score } from './score.ts';

const { values: options } = parseArgs({
  options: { ...OPTIONS, out: { type: 'string', default: 'models/en/entities.bin' }, least: { type: 'string', default: '0.05' } },
});

const ground = readGround(options);
const table = readVectors(new Reader(readFileSync('tools/entities/vectors.bin'), 0));
const file = bytesOf(ground, learn(ground, stored(), false), table, Number(options.least));
writeFileSync(options.out, file);
console.log(`${options.out}: ${(file.length / 1e6).toFixed(2)} MB, ${(gzipSync(file).length / 1e6).toFixed(2)} MB packed`);
report(score(modelOf(file), readJsonl<GoldArticle>(path.join(options.data, 'worldwide.dev.jsonl'))));

function stored(): Source {
  const vectors = new Vectors(table);
  return {
    width: table.size,
    vectorOf(word) {
      const vector = new Float32Array(table.size);
      return vectors.add(hashText(fold(word), 0), vector) ? vector : null;
    },
  };
}
