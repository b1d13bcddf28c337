import type { Span } from '../../article.ts';
import type { PlacedAttribution } from '../placed.ts';
import type { Mention, Scene } from './scene.ts';
import { trimPhrase } from './trim.ts';

/** "Xinhua quoted Wang as saying": Wang speaks, through Xinhua. */
export function quotedBy(placed: PlacedAttribution, scene: Scene): { said: Mention; via: string } | null {
  const { cue, source, passage, start } = placed;
  if (!cue || !source || !/\b(?:quot|cit)(?:ed|es|ing)\b/i.test(passage.text.slice(cue.start - start, cue.end - start)))
    return null;
  const [medium] = scene.within(source);
  if (!medium?.institution) return null;
  const said = scene.within({ start: cue.start, end: cue.end + 60 }).find(({ person: each }) => each !== null);
  return said ? { said, via: medium.institution.name } : null;
}

/** "Akar told TASS", "Speaking to TASS, Akar said": the medium between the cue and the content, or before the source. */
export function toldTo(placed: PlacedAttribution, scene: Scene): string | null {
  const { cue, source, passage, start } = placed;
  if (!cue) return null;
  const lead = leadBefore(placed, Math.min(cue.start, source?.start ?? cue.start));
  if (lead) for (const { institution: each } of scene.within(lead)) if (each?.kind === 'media') return each.name;
  const words = passage.text.slice(cue.start - start, cue.end - start);
  const told = /\b(?:told|tells?|telling|spoke|interview|informed)\b/i.exec(words);
  if (!told) return null;
  for (const { institution: each } of scene.within({ start: cue.start + told.index, end: cue.end + 50 }))
    if (each?.kind === 'media') return each.name;
  return null;
}

/** What stands between "speaking to", "in an interview with" at a sentence's begin and the source or cue. */
function leadBefore({ passage, start }: PlacedAttribution, before: number): Span | null {
  const sentence = passage.sentences.findLast(({ from }) => start + passage.tokens.start[from]! <= before);
  const from = sentence ? passage.tokens.start[sentence.from]! : 0;
  const lead = passage.text.slice(from, before - start);
  const opening = /^(?:speaking (?:to|with)|(?:in|during) an? (?:[\w-]{1,20} )?interview (?:with|to|on))\b/i.exec(lead);
  return opening && { start: start + from + opening[0].length, end: before };
}

/** `Al Alam` of "the border was open, Akar said, Al Alam reported". */
export function passedOnBy(
  { attribution: { via }, passage: { text, tokens }, start }: PlacedAttribution,
  scene: Scene,
): string | null {
  if (!via) return null;
  const span = { start: tokens.start[via.from]!, end: tokens.end[via.to - 1]! };
  const named = scene
    .within({ start: start + span.start, end: start + span.end })
    .find(({ institution }) => institution !== null);
  return named?.institution?.name ?? trimPhrase(text.slice(span.start, span.end));
}
