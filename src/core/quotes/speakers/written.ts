import type { PlacedAttribution } from '../placed.ts';

/** Whether words were put in writing: "said in a statement", "the ministry's statement read". */
export function isWritten({ passage, start, cue, source, content }: PlacedAttribution): boolean {
  if (!cue) return false;
  const after = content.find((span) => span.start >= cue.end)?.start ?? cue.end + 40;
  const words = `${passage.text.slice(cue.start - start, Math.min(after, cue.end + 40) - start)} ${source ? passage.text.slice(source.start - start, source.end - start) : ''}`;
  // "announced new fares in a statement on Monday": behind the content, but said so outright.
  const rest = passage.text.slice(cue.end - start, cue.end - start + 200);
  // "In the statement, the delegates cited the risk": before the source.
  const first = Math.min(cue.start, source?.start ?? cue.start) - start;
  const lead = passage.text.slice(Math.max(0, first - 40), first);
  return (
    /\bin (?:an?|the|its|his|her|their)(?: [\w-]{1,20}){0,2} (?:statement|communiqu[eé]|readout|declaration),? $/i.test(lead) ||
    /\b(?:statement|communiqu[eé]|readout|declaration|press release)\b/i.test(words) ||
    /\bin (?:an?|another|its|his|her|their)(?: [\w-]{1,20}){0,2} (?:statement|communiqu[eé]|readout|declaration)\b/i.test(rest)
  );
}
