import { bucket, type Sink } from './topicFeatures.ts';
import type { TopicMention } from './topics.ts';
import type { TopicScale } from './topicWeights.ts';

/** What the article around a sentence says of its topics. */
export interface Circumstances {
  /** Sentences since one that told of a meeting; null where none did. */
  readonly since: number | null;
  /** Whether the verb's subject took part in a meeting; else what stands for the subject: `joint`, `pronoun`, `event`. */
  readonly subject: string;
  /** Paragraphs, captions and standfirsts before. */
  readonly told: number;
  readonly meetings: number;
}

export function circumstanceFeatures({ since, subject, told, meetings }: Circumstances, add: Sink): void {
  const near = since === null ? 'never' : bucket(since);
  add('since', near, '');
  add('subject', subject, '');
  add('subject-since', subject, since === null || since > 4 ? 'far' : since <= 1 ? near : '2-4');
  add('told', bucket(told), '');
  add('meetings', String(Math.min(3, meetings)), '');
}

/** Whether a topic with the score of its own sentence is one where it stands. */
export function isOnTheTable({ score }: TopicMention, circumstances: Circumstances, scale: TopicScale): boolean {
  circumstanceFeatures(circumstances, scale.add);
  return score + scale.take() >= 0;
}
