import type { Draft } from './draft.ts';
import { isState, type Party } from './parties.ts';

/** "Ministers" and "officials" are nobody's side; "opposition leaders" and "the cabinet" are one where they are not named otherwise. */
export function shownParties({ parties, bodies }: Draft): readonly Party[] {
  const all = once(domestic([...parties.values()], bodies).filter(({ group, text }) => !group || !isBarePost(text)));
  const named = all.filter(({ group }) => !group);
  return named.length > 1 ? [...named, ...all.filter(({ group, text }) => group && SIDES.test(text))] : all;
}

/** How many parties are compared with each other; a text of more is no article, and all pairs of it would take too long. */
const MOST = 64;

/** "PTI" and "PTI Core Committee" beside "Pakistan Tehreek-e-Insaf" are no further sides, nor is "cabinet" twice. */
function once(all: readonly Party[]): readonly Party[] {
  if (all.length < 2 || all.length > MOST) return all;
  return all.filter((party, i) => {
    if (isState(party)) return true;
    const text = party.text.toLowerCase();
    return !all.some((other, j) => {
      if (i === j || (isState(other) && other.institution === null)) return false;
      const name = other.text.toLowerCase();
      if (name === text) return j < i;
      if (party.group || other.group) return false;
      return (
        text.startsWith(`${name} `) ||
        initials(other.text) === party.text ||
        text.startsWith(`${initials(other.text).toLowerCase()} `)
      );
    });
  });
}

/** "Pakistan Tehreek-e-Insaf" → "PTI". */
function initials(name: string): string {
  return name
    .split(/[\s-]/)
    .map((word) => word[0] ?? '')
    .filter((letter) => letter !== letter.toLowerCase())
    .join('');
}

/** "foreign ministers", "senior officials", "counterparts": posts without a word that says whose. */
function isBarePost(text: string): boolean {
  return POSTS.test(text);
}

/** Where all stand for one state, its ministries and committees are what met: "the foreign ministry briefed the defence committee". */
function domestic(all: readonly Party[], bodies: readonly Party[]): readonly Party[] {
  if (bodies.length === 0 || all.filter(isState).length !== 1) return all;
  return all.flatMap((party) => {
    const own = isState(party) ? bodies.filter(({ key }) => key === party.key) : [];
    return own.length > 0 ? own.map((body) => ({ ...body, text: body.institution! })) : [party];
  });
}

const SIDES = /(?:opposition|parties|rebels|militants|government|authorities)$/i;
const POSTS =
  /^(?:(?:top|senior|foreign|world|other|high|ranking|level|visiting|regional|local|government|state|defen[cs]e|prime|finance|interior|two|three|four|five|six|several|party|team|economy|trade) )*(?:leaders|officials|counterparts|members|representatives|ministers|presidents|chiefs|officers|executives|experts|diplomats|delegation|delegates|commanders|ambassadors|envoys|speakers|party|group|team|staff|journalists|reporters|premiers|counterpart|alliance|panel)$/i;

/** A meeting of "the ministers" or "the four countries" has the parties of the article's own meeting. */
export function fillParties({ parties, joint }: Draft, main: Draft | null): void {
  if (main === null || main.parties === parties || (parties.size === 0 && !joint)) return;
  if ([...parties.values()].every(({ group, text }) => group && isBarePost(text)))
    for (const [key, party] of main.parties) parties.set(key, party);
}
