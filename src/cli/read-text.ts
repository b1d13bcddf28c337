import { readFile } from 'node:fs/promises';
import { UserError } from './run.ts';

/** Reads an article's file as text, without its byte order mark. Errors are one sentence that says what to do. */
export async function readText(file: string, encoding: string): Promise<string> {
  const decoder = decoderFor(encoding);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UserError(cannotRead(file, error));
  });
  try {
    return decoder.decode(bytes);
  } catch {
    const label = decoder.encoding === 'utf-8' ? 'UTF-8' : encoding;
    throw new UserError(`${file} is not ${label} text: name its encoding with --encoding, for example --encoding windows-1252.`);
  }
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UserError(`The encoding “${encoding}” is not known: name one such as utf-8, utf-16le, windows-1252 or iso-8859-9.`);
  }
}

/** Why a file cannot be read, and what to do about it. */
export function cannotRead(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return `${file} was not found: check the path.`;
  if (code === 'EISDIR') return `${file} is a folder: name a file.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read: check its permissions.`;
  return `${file} could not be read (${error instanceof Error ? error.message : String(error)}): name another file.`;
}
