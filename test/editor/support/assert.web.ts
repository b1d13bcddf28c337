/** The part of node:assert/strict that suites use, for the web extension host, which has no Node. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

export default function assert(value: unknown, message?: string): asserts value {
  ok(value, message);
}

export function ok(value: unknown, message = `expected a true value, got ${show(value)}`): asserts value {
  if (!value) throw new AssertionError(message);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(difference(actual, expected, message));
}

export function notEqual(actual: unknown, expected: unknown, message = `expected anything but ${show(expected)}`): void {
  if (Object.is(actual, expected)) fail(message);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!same(actual, expected)) fail(difference(actual, expected, message));
}

export function match(actual: string, expected: RegExp, message = `${show(actual)} does not match ${String(expected)}`): void {
  if (!expected.test(actual)) fail(message);
}

export function doesNotMatch(actual: string, expected: RegExp, message = `${show(actual)} matches ${String(expected)}`): void {
  if (expected.test(actual)) fail(message);
}

export function fail(message = 'failed'): never {
  throw new AssertionError(message);
}

export async function rejects(promise: Promise<unknown> | (() => Promise<unknown>), expected?: RegExp): Promise<void> {
  try {
    await (typeof promise === 'function' ? promise() : promise);
  } catch (problem) {
    if (expected) match(String(problem), expected);
    return;
  }
  fail('expected a rejection');
}

Object.assign(assert, {
  ok,
  equal,
  notEqual,
  deepEqual,
  match,
  doesNotMatch,
  fail,
  rejects,
  strictEqual: equal,
  deepStrictEqual: deepEqual,
});

function difference(actual: unknown, expected: unknown, message?: string): string {
  return `${message === undefined ? '' : `${message}\n`}  actual:   ${show(actual)}\n  expected: ${show(expected)}`;
}

function show(value: unknown): string {
  return typeof value === 'function' ? value.toString() : (JSON.stringify(value, null, 2) ?? String(value));
}

function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (left instanceof Map && right instanceof Map) return same([...left], [...right]);
  if (left instanceof Set && right instanceof Set) return same([...left], [...right]);
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => key in right && same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}
