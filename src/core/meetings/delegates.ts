import type { Delegate, Person, Role, Span } from '../article.ts';
import type { Placed } from '../passage.ts';
import { spanOf } from './draft.ts';
import type { EventMention } from './events.ts';
import type { SentenceEvidence } from './evidence.ts';
import type { Party, PartyFinder } from './parties.ts';

/**
 * The delegates a mention tells of: the persons who take part, and for "the defence ministers of A, B and C" one for each party, with the person
 * where the article names one in that post.
 */
export function delegatesOf(
  placed: Placed,
  evidence: SentenceEvidence,
  event: EventMention,
  parties: readonly Party[],
  finder: PartyFinder,
): readonly Delegate[] {
  const found: Delegate[] = [];
  for (const list of evidence.posts) {
    const span = spanOf(placed, list);
    const owners = list.owners.map((unit) => finder.partyOf(placed, evidence.units[unit]!)).filter((party) => party !== null);
    for (const post of list.posts)
      for (const owner of owners) {
        const holder = finder.holderOf(owner.key, post);
        found.push({ party: owner.text, post: holder?.role.post ?? post, person: holder?.person.name ?? null, ...span });
      }
  }
  for (const party of parties) {
    const role = party.person && roleFor(party.person);
    if (!role || found.some(({ person }) => person === party.person!.name)) continue;
    found.push({ party: party.text, post: role.post, person: party.person.name, start: role.start, end: role.end });
  }
  return event.kind === 'visited' ? found.filter(({ person }) => person !== null) : found;
}

/** "The intelligence chiefs of the four countries": posts whose owners are whoever met. */
export interface CountedPosts extends Span {
  readonly posts: readonly string[];
  readonly count: number;
}

/** The posts of a mention that are only counted. */
export function countedPosts(placed: Placed, evidence: SentenceEvidence): readonly CountedPosts[] {
  return evidence.posts.flatMap(({ posts, count, from, to }) =>
    count === null ? [] : [{ posts, count, ...spanOf(placed, { from, to }) }],
  );
}

/** A delegate for each party and counted post, where the parties are as many as the article counts. */
export function delegatesCounted(
  counted: readonly CountedPosts[],
  parties: readonly Party[],
  finder: PartyFinder,
): readonly Delegate[] {
  const states = parties.filter(({ group }) => !group);
  return counted
    .filter(({ count }) => count === states.length)
    .flatMap(({ posts, start, end }) =>
      posts.flatMap((post) =>
        states.map(({ key, text }): Delegate => {
          const holder = finder.holderOf(key, post);
          return { party: text, post: holder?.role.post ?? post, person: holder?.person.name ?? null, start, end };
        }),
      ),
    );
}

function roleFor(person: Person): Role | null {
  return person.roles.find(({ status }) => status !== 'former') ?? person.roles[0] ?? null;
}
