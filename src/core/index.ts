/** The only door into the core. */
export type * from './article.ts';
export { createAnalyzer, type AnalysisOptions, type Analyzer } from './analyze.ts';
export { looksLikeProse } from './text/prose.ts';
export { toJson } from './views/json.ts';
