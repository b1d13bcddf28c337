import type { Speaker } from './answers.ts';
import { BODIES, bodyOf } from './bodies.ts';
import type { Scene } from './scene.ts';

/** "The statement" is by whoever put their words in writing last, else by the last body that spoke; "the ministry's statement" by the ministry. */
export function documentOf(
  words: readonly string[],
  at: number,
  scene: Scene,
  last: Speaker | null,
  issuer: Speaker | null,
  printed: string,
): Speaker {
  const owner = words.find((each) => BODIES.has(each));
  const body = owner ? bodyOf([owner], owner, at, scene, last, printed) : null;
  if (body) return body;
  const owning = /^(.{3,40}?)['’]s? /u.exec(printed);
  if (owner && owning)
    return {
      speaker: owning[1]!,
      speakerKind: 'description',
      candidates: [],
      why: { code: 'described', data: { source: printed } },
    };
  const writer = (ISSUED.has(words.at(-1) ?? '') ? issuer : null) ?? (last?.speakerKind === 'person' ? null : last);
  if (writer?.speaker) return { ...writer, why: { code: 'document', data: { source: printed, name: writer.speaker } } };
  return { speaker: null, speakerKind: null, candidates: [], why: { code: 'document-open', data: { source: printed } } };
}

/** What is given out to everybody; whoever put out a statement has not written "the post" or "the letter". */
const ISSUED = new Set(['statement', 'communique', 'communiqué', 'release', 'readout', 'declaration', 'document']);
