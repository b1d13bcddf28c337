/** The only door into the core. */
export type * from './article.ts';
export { createAnalyzer, type AnalysisOptions, type Analyzer, type Resources } from './analyze.ts';
export { type EntityModel, type EntityModelResult, readEntityModel } from './entities/model.ts';
export { looksLikeProse } from './text/prose.ts';
export { toJson } from './views/json.ts';
