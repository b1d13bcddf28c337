import ts from 'typescript';

/** What lets a program speak to the network, start another program, or run text as code. */
const names = new Set([
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'EventSource',
    'RTCPeerConnection',
    'sendBeacon',
  ],
  ...['importScripts', 'Worker', 'SharedWorker', 'serviceWorker', 'eval', 'Deno', 'Bun'],
  // VS Code's own ways out.
  ...['createTerminal', 'ShellExecution', 'ProcessExecution', 'executeTask', 'startDebugging', 'asExternalUri'],
  // Node's ways around `require`.
  ...['createRequire', 'getBuiltinModule', 'dlopen', '_linkedBinding', 'mainModule'],
]);

/** The other file of the desktop's bundle, which is looked through like this one. */
const ownFile = './analysis.js';

/** Node's modules that reach files and streams at most. */
const harmlessModules = new Set(
  [
    'assert',
    'buffer',
    'events',
    'fs',
    'fs/promises',
    'path',
    'process',
    'readline',
    'stream',
    'string_decoder',
    'url',
    'util',
    'crypto',
    'os',
  ].flatMap((name) => [name, `node:${name}`]),
);

/** Every way out that stands in a bundle's code; a name in a comment or inside a longer text is none. */
export function waysOut(code: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);
  const visit = (node: ts.Node): void => {
    const named = ts.isElementAccessExpression(node) ? node.argumentExpression : node;
    if ((ts.isIdentifier(named) || (named !== node && ts.isStringLiteralLike(named))) && names.has(named.text))
      found.push(named.text);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression;
      const [first] = node.arguments ?? [];
      if (ts.isIdentifier(callee) && callee.text === 'Function') found.push('Function()');
      if (callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && /^(__)?require\d*$/.test(callee.text))) {
        const name = first && ts.isStringLiteralLike(first) ? first.text : '?';
        if (name !== 'vscode' && name !== ownFile && !harmlessModules.has(name)) found.push(`require(${name})`);
      }
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) found.push('an import that was not bundled');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}
