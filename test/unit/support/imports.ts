import ts from 'typescript';

/** What one file asks of others, read with TypeScript's own parser. */
export interface Reading {
  /** Module names as written: static and dynamic imports, `export … from`, `require`, `import()` types, triple-slash references. */
  readonly imports: readonly string[];
  /** Imports whose name is worked out while running; no wall can be checked against them. */
  readonly unreadable: number;
  /** Clock and chance, as in `Date.now()`, `new Date()` or `Math.random()`. */
  readonly impure: readonly string[];
}

export function readImports(fileName: string, text: string): Reading {
  const imports: string[] = [];
  const impure: string[] = [];
  let unreadable = 0;
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  for (const reference of source.referencedFiles) imports.push(relative(reference.fileName));
  for (const reference of source.typeReferenceDirectives) imports.push(reference.fileName);
  const take = (name: ts.Node | undefined) => {
    if (name && ts.isStringLiteralLike(name)) imports.push(name.text);
    else unreadable++;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) take(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) take(node.expression);
    else if (ts.isImportTypeNode(node)) take(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
    else if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name) && !node.name.text.includes('*')) take(node.name);
    else if (ts.isCallExpression(node) && isLoader(node.expression)) take(node.arguments[0]);
    const outside = impurity(node);
    if (outside !== undefined) impure.push(outside);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, unreadable, impure };
}

function isLoader(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`;
    if (['Math.random', 'Date.now', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(name)) return name;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  return undefined;
}

function relative(fileName: string): string {
  return fileName.startsWith('.') ? fileName : `./${fileName}`;
}
