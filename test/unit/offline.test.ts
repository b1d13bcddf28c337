import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';
import { waysOut } from './support/reach.ts';

const { bundles } = createRequire(path.resolve('package.json'))('./esbuild.js') as { bundles: readonly esbuild.BuildOptions[] };

describe('the bundles can neither reach the network nor start a process', () => {
  for (const options of bundles) {
    it(String(options.outfile), async function () {
      this.timeout(60_000);
      const built = await esbuild.build({ ...options, write: false, minify: false, sourcemap: false });
      const code = built.outputFiles?.map((file) => file.text).join('\n') ?? '';
      assert.ok(code.length > 0);
      assert.deepEqual(waysOut(code), []);
    });
  }

  const caught: readonly (readonly [code: string, wayOut: string])[] = [
    ["fetch('https://a.example')", 'fetch'],
    ["globalThis['fetch']('https://a.example')", 'fetch'],
    ['const { fetch: get } = globalThis; get(url)', 'fetch'],
    ['new XMLHttpRequest()', 'XMLHttpRequest'],
    ['new WebSocket(url)', 'WebSocket'],
    ['new EventSource(url)', 'EventSource'],
    ['navigator.sendBeacon(url)', 'sendBeacon'],
    ['importScripts(url)', 'importScripts'],
    ['new Worker(url)', 'Worker'],
    ["require('http')", 'require(http)'],
    ["require('node:https')", 'require(node:https)'],
    ["require('net')", 'require(net)'],
    ["require('dgram')", 'require(dgram)'],
    ["require('dns')", 'require(dns)'],
    ["require('node:child_process').execSync('ls')", 'require(node:child_process)'],
    ["require('worker_threads')", 'require(worker_threads)'],
    ["__require('http2')", 'require(http2)'],
    ["import('node:tls')", 'require(node:tls)'],
    ['require(name)', 'require(?)'],
    ["process.getBuiltinModule('net')", 'getBuiltinModule'],
    ['eval(text)', 'eval'],
    ['new Function(text)()', 'Function()'],
    ["vscode.window.createTerminal('x')", 'createTerminal'],
    ["new vscode.ShellExecution('ls')", 'ShellExecution'],
    ["import net from 'net'", 'an import that was not bundled'],
  ];
  for (const [code, wayOut] of caught)
    it(`catches ${code}`, () => assert.ok(waysOut(code).includes(wayOut), waysOut(code).join()));

  it('lets files, streams and mere words pass', () => {
    assert.deepEqual(
      waysOut("// fetch(url)\nconst verbs = 'fetch\\ncarry'; require('node:fs'); require('vscode'); x instanceof Function;"),
      [],
    );
  });
});
