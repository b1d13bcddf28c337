export { articleName, marksUri } from './files.ts';
export { createMarks, type Marks, type MarkSpan } from './marks.ts';
