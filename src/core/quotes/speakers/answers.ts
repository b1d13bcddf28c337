import type { Quote } from '../../article.ts';
import type { Mention } from './scene.ts';

/** Who speaks, as the article's quote says it. */
export type Speaker = Pick<Quote, 'speaker' | 'speakerKind' | 'candidates' | 'why'>;

/** Nobody is taken; the code says why. A `source` is the phrase that stays open. */
export function unknown(code: string, source?: string): Speaker {
  return { speaker: null, speakerKind: null, candidates: [], why: { code, data: source === undefined ? {} : { source } } };
}

export function person({ person: found }: Mention, code: string, source: string): Speaker {
  return { speaker: found!.name, speakerKind: 'person', candidates: [], why: { code, data: { source } } };
}

export function institution({ institution: found }: Mention, code: string, source: string): Speaker {
  return { speaker: found!.name, speakerKind: 'institution', candidates: [], why: { code, data: { source } } };
}

export function jointly(mentions: readonly Mention[], source: string): Speaker {
  const speaker = mentions.map(({ person: each }) => each!.name).join(' and ');
  return { speaker, speakerKind: 'description', candidates: [], why: { code: 'jointly', data: { source } } };
}

export function twoCandidates(candidates: readonly string[], source: string): Speaker {
  return { speaker: null, speakerKind: null, candidates, why: { code: 'two-candidates', data: { source } } };
}

export function again(speaker: Speaker, code: string, source: string): Speaker {
  return { ...speaker, why: { code, data: { source, name: speaker.speaker ?? '' } } };
}

/** "A senior official" may be "he" in the next sentence, and so may "Kanaani", whom nothing shows to be a person. */
export function isSomebody({ speaker, speakerKind }: Speaker): boolean {
  return speakerKind === 'description' && /^(?:[Aa]n? |[Oo]ne |[Aa]nother |(?!Police$)\p{Lu}\p{Ll}+$(?<!s))/u.test(speaker ?? '');
}
