export { articleName, marksUri } from './files.ts';
export { createMarks, type Marks, type MarkSpan } from './marks.ts';
export { type Owner, ownerBeside } from './beside.ts';
