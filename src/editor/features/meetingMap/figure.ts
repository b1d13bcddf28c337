import * as vscode from 'vscode';
import type { MapColumn, MapTopic, MeetingMap, Span } from '../../../core/index.ts';
import { counted, meetingStatusName, shortDateWords } from '../../wording.ts';

/** A drawn map: SVG markup without any colour of its own (classes only), and its size in CSS pixels. */
export interface Figure {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const LABELS = 210;
const COLUMN = 230;
const GAP = 14;
const LINE = 18;
const PADDING = 12;
/** An average letter of the figure's font, which cannot be measured here; rather too wide than too narrow. */
const LETTER = 7;

/** Draws the maps below each other: parties as columns with delegates and quotes, topics as rows with a dot under whoever says so. */
export function drawMaps(maps: readonly MeetingMap[]): Figure {
  let y = MARGIN;
  let width = 0;
  const parts: string[] = [];
  for (const map of maps) {
    const drawn = drawMap(map, y);
    parts.push(drawn.markup);
    y += drawn.height + 2 * MARGIN;
    width = Math.max(width, drawn.width);
  }
  return { markup: parts.join('\n'), width: width + 2 * MARGIN, height: y };
}

function drawMap(map: MeetingMap, top: number): Figure {
  const out: string[] = [];
  const left = MARGIN + LABELS;
  let y = top;
  out.push(
    link(map.meeting, heading(map), [text(MARGIN, y + 16, map.meeting.name, 'name'), text(MARGIN, y + 38, facts(map), 'quiet')]),
  );
  y += 56;
  if (map.columns.length > 0) {
    const heights = map.columns.map(columnHeight);
    const height = Math.max(...heights);
    out.push(text(MARGIN, y + 24, vscode.l10n.t('Parties and delegates'), 'label'));
    map.columns.forEach((column, index) => out.push(drawColumn(column, left + index * (COLUMN + GAP), y, height)));
    y += height + GAP;
  }
  if (map.topics.length > 0) {
    out.push(text(MARGIN, y + 20, vscode.l10n.t('Agenda, and who says so'), 'label'));
    y += 34;
    for (const topic of map.topics) {
      const row = drawTopic(topic, map.columns, left, y);
      out.push(row.markup);
      y += row.height;
    }
  }
  return { markup: out.join('\n'), width: LABELS + Math.max(2, map.columns.length) * (COLUMN + GAP), height: y - top };
}

function heading({ meeting }: MeetingMap): string {
  return vscode.l10n.t('Meeting: {0}, {1}', meeting.name, meetingStatusName(meeting.status));
}

function facts({ meeting, columns }: MeetingMap): string {
  const parties = columns.length;
  return [
    meetingStatusName(meeting.status),
    meeting.date ? shortDateWords(meeting.date) : meeting.when,
    meeting.where,
    parties > 0 ? counted(parties, vscode.l10n.t('{0} party', parties), vscode.l10n.t('{0} parties', parties)) : null,
  ]
    .filter((part) => part)
    .join(' · ');
}

interface Line {
  readonly words: readonly string[];
  readonly style: string;
  readonly span: Span | null;
  readonly spoken: string;
}

function columnLines({ party, delegates, quotes }: MapColumn): readonly Line[] {
  const room = Math.floor((COLUMN - 2 * PADDING) / LETTER);
  return [
    ...delegates.map(({ post, person, span }): Line => {
      const name = person ?? vscode.l10n.t('not named');
      return {
        words: wrap(`${name}, ${post}`, room),
        style: person ? 'person' : 'unnamed',
        span,
        spoken: `${party}: ${name}, ${post}`,
      };
    }),
    ...quotes.slice(0, MOST_QUOTES).map(({ speaker, type, text: words, span }): Line => ({
      words: wrap(type === 'direct' ? `“${words}”` : words, room),
      style: 'quote',
      span,
      spoken: `${speaker}: ${words}`,
    })),
    ...(quotes.length > MOST_QUOTES ? [more(quotes.length - MOST_QUOTES)] : []),
  ];
}

const MOST_QUOTES = 4;

function more(count: number): Line {
  const words = counted(count, vscode.l10n.t('and {0} more quote', count), vscode.l10n.t('and {0} more quotes', count));
  return { words: [words], style: 'quiet', span: null, spoken: words };
}

function columnHeight(column: MapColumn): number {
  return columnLines(column).reduce((sum, { words }) => sum + words.length * LINE + 8, 2 * PADDING + 26);
}

function drawColumn(column: MapColumn, x: number, y: number, height: number): string {
  const out = [`<rect class="box" x="${x}" y="${y}" width="${COLUMN}" height="${height}" rx="6"/>`];
  out.push(link(column.span, column.party, [text(x + PADDING, y + 24, shortened(column.party, 24), 'party')]));
  let at = y + 26 + PADDING;
  for (const { words, style, span, spoken } of columnLines(column)) {
    const lines = words.map((line, index) =>
      text(x + PADDING + (style === 'quote' ? 8 : 0), at + (index + 1) * LINE - 4, line, style),
    );
    if (style === 'quote') lines.unshift(`<path class="bar" d="M${x + PADDING} ${at + 2}v${words.length * LINE - 2}"/>`);
    out.push(link(span, spoken, lines));
    at += words.length * LINE + 8;
  }
  return out.join('\n');
}

function drawTopic(
  topic: MapTopic,
  columns: readonly MapColumn[],
  left: number,
  y: number,
): { readonly markup: string; readonly height: number } {
  const words = wrap(topic.text, Math.floor((LABELS - GAP) / LETTER));
  const height = words.length * LINE + 14;
  const sayers = [...columns.filter((_, index) => topic.by[index]).map(({ party }) => party), ...topic.others];
  const spoken = topic.byArticle
    ? vscode.l10n.t('{0}: the article says so', topic.text)
    : vscode.l10n.t('{0}: says {1}', topic.text, sayers.join(', '));
  const lines = words.map((line, index) => text(MARGIN, y + (index + 1) * LINE, line, 'topic'));
  const middle = y + height / 2 - 2;
  const width = columns.length * (COLUMN + GAP) - GAP;
  const dots = columns.map((_, index) => {
    const x = left + index * (COLUMN + GAP) + COLUMN / 2;
    return topic.by[index] ? `<circle class="dot" cx="${x}" cy="${middle}" r="6"/>` : '';
  });
  if (width > 0) lines.unshift(`<path class="rule" d="M${left} ${middle}h${width}"/>`);
  if (topic.others.length > 0) lines.push(text(left, middle - 6, topic.others.join(', '), 'quiet'));
  return { markup: link(topic.span, spoken, [...lines, ...dots]), height };
}

/** Something that jumps to its evidence with the pointer or a key; without evidence it is only drawn. */
function link(span: Span | null, spoken: string, inner: readonly string[]): string {
  if (!span) return `<g>${inner.join('')}</g>`;
  return `<g class="link" tabindex="0" role="link" aria-label="${escapeXml(spoken)}" data-start="${span.start}" data-end="${span.end}"><title>${escapeXml(spoken)}</title>${inner.join('')}</g>`;
}

function text(x: number, y: number, words: string, style: string): string {
  return `<text class="${style}" x="${x}" y="${y}">${escapeXml(words)}</text>`;
}

function shortened(words: string, letters: number): string {
  return words.length <= letters ? words : `${words.slice(0, letters - 1)}…`;
}

/** Lines of at most so many letters, cut at spaces; a word that is longer than a line is shortened. */
function wrap(words: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortened(word, letters));
  }
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]}…`];
}

const MOST_LINES = 5;

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Article text as XML text. Control characters, halves of a pair and U+FFFE and U+FFFF are no XML at all. */
function escapeXml(words: string): string {
  return words.replace(/[&<>"']/g, (mark) => XML[mark]!).replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
