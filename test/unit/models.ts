import { readFileSync } from 'node:fs';
import { type EntityModel, type QuoteModel, readEntityModel, readQuoteModel, type Resources } from '../../src/core/index.ts';

/** The trained recogniser of named entities, from `models/en`; tests run in the repository's root. */
export function entityModel(): EntityModel {
  const { model, problem } = readEntityModel(readFileSync('models/en/entities.bin'));
  if (!model) throw new Error(`models/en/entities.bin: ${problem}`);
  return model;
}

/** The trained finder of quotes. */
export function quoteModel(): QuoteModel {
  const { model, problem } = readQuoteModel(readFileSync('models/en/quotes.bin'));
  if (!model) throw new Error(`models/en/quotes.bin: ${problem}`);
  return model;
}

/** What the analyser runs on. */
export function resources(): Resources {
  return { entityModel: entityModel(), quoteModel: quoteModel() };
}
