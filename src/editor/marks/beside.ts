import * as vscode from 'vscode';
import { type Entry, loadMarks, placeMarks, readEntries } from '../../core/index.ts';
import { articleName, workspaceFiles } from './files.ts';
import { inSlices } from './slices.ts';

/** An article whose marks another one may take along. */
export interface Owner {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** The marks file, where its article is gone. */
  readonly left: vscode.Uri | null;
}

const SUFFIX = '.marks.jsonl';
/** A folder with more marks files than this is not searched. */
const MOST = 200;

/**
 * The article in the same folder from which this one may have come: one with the same text, or marks without an article most of which
 * are found in this text.
 */
export async function ownerBeside(article: vscode.Uri, text: string): Promise<Owner | undefined> {
  const folder = vscode.Uri.joinPath(article, '..');
  const names = new Set((await listed(folder)).map(([name]) => name));
  const kept = [...names].filter((name) => name.endsWith(SUFFIX) && name !== `${articleName(article)}${SUFFIX}`);
  if (kept.length > MOST) return undefined;
  const size = new TextEncoder().encode(text).length;
  for (const name of kept) {
    const other = name.slice(0, -SUFFIX.length);
    const owner = { name: other, left: names.has(other) ? null : vscode.Uri.joinPath(folder, name) };
    if (!owner.left && !(await hasText(vscode.Uri.joinPath(folder, other), text, size))) continue;
    const entries = await readable(vscode.Uri.joinPath(folder, name));
    if (!owner.left ? entries.length > 0 : await mostAreFound(entries, text)) return { ...owner, entries };
  }
  return undefined;
}

async function listed(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
}

/** Its lines; none where it cannot be read: the other files may be. */
async function readable(marks: vscode.Uri): Promise<readonly Entry[]> {
  return loadMarks(workspaceFiles, marks.toString()).then(
    ({ entries }) => entries,
    () => [],
  );
}

async function hasText(uri: vscode.Uri, text: string, size: number): Promise<boolean> {
  try {
    if (Math.abs((await vscode.workspace.fs.stat(uri)).size - size) > BOM) return false;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) === text;
  } catch {
    return false;
  }
}

const BOM = 3;

async function mostAreFound(entries: readonly Entry[], text: string): Promise<boolean> {
  const placed = await inSlices(placeMarks(text, await inSlices(readEntries(entries))));
  const standing = placed.filter(({ mark }) => mark.targets.length > 0);
  return standing.length > 0 && standing.filter(({ state }) => state === 'found').length * 2 > standing.length;
}
