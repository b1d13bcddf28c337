import type { Person } from '../../article.ts';

export type Gender = 'female' | 'male';

/** What a person's roles say of their gender; most say nothing. */
export function genderOf(found: Person | null): Gender | null {
  const roles = found?.roles ?? [];
  if (roles.some(({ role }) => FEMALE.test(role))) return 'female';
  return roles.some(({ role }) => MALE.test(role)) ? 'male' : null;
}

const FEMALE =
  /\b(?:queen|princess|spokeswoman|chairwoman|businesswoman|congresswoman|actress|duchess|baroness|mother|wife|daughter|sister|first lady|mrs|ms)\b/i;
const MALE =
  /\b(?:king|prince|spokesman|chairman|businessman|congressman|actor|duke|father|husband|son|brother|mr|sheikh|imam|bishop)\b/i;
