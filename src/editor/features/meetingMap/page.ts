import * as vscode from 'vscode';
import type { Figure } from './figure.ts';

/** The look of the figure, by the colours given: those of the theme in the editor, fixed ones in an exported file. */
function styles(color: (name: keyof typeof EXPORT_COLORS) => string): string {
  return `
    text { font: 13px ${color('font')}; fill: ${color('text')}; }
    .name { font-size: 18px; font-weight: 600; }
    .party { font-size: 15px; font-weight: 600; }
    .label { font-weight: 600; }
    .quiet, .unnamed { fill: ${color('quiet')}; }
    .unnamed, .quote { font-style: italic; }
    .box { fill: none; stroke: ${color('line')}; }
    .rule { stroke: ${color('line')}; stroke-dasharray: 2 4; }
    .dot { fill: ${color('accent')}; }
    .bar { stroke: ${color('quote')}; stroke-width: 3; }`;
}

const EXPORT_COLORS = {
  text: '#1f1f1f',
  quiet: '#5f5f5f',
  line: '#8a8a8a',
  accent: '#0063b1',
  quote: '#8a6d00',
  font: 'sans-serif',
} as const;

const THEME_COLORS: Readonly<Record<keyof typeof EXPORT_COLORS, string>> = {
  text: 'var(--vscode-editor-foreground)',
  quiet: 'var(--vscode-descriptionForeground)',
  line: 'var(--vscode-editorWidget-border, var(--vscode-contrastBorder, currentColor))',
  accent: 'var(--vscode-copydesk-person)',
  quote: 'var(--vscode-copydesk-quoteLine)',
  font: 'var(--vscode-font-family)',
};

/** The figure as a file of its own, readable everywhere. */
export function exportedSvg({ markup, width, height }: Figure): string {
  const style = styles((name) => EXPORT_COLORS[name]);
  const still = markup.replaceAll(/ class="link" tabindex="0" role="link"| data-(?:start|end)="\d+"/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<style>${style}</style>\n<rect width="100%" height="100%" fill="#ffffff"/>\n${still}\n</svg>\n`;
}

/** The page around the figure. It may run this one script and nothing else; the figure itself comes by message. */
export function page(nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${vscode.l10n.t('Meeting Map')}</title>
<style nonce="${nonce}">
    body { padding: 0; margin: 0; }
    header { position: sticky; top: 0; padding: 8px 24px; background: var(--vscode-editor-background); }
    html { scroll-padding: 56px 8px 8px; }
    main { overflow-x: auto; scroll-padding: 8px; }
    button { font: inherit; padding: 4px 12px; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; cursor: pointer;
      color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
    button:hover { background: var(--vscode-button-secondaryHoverBackground); }
    button:focus-visible, .link:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
    .link { cursor: pointer; outline: none; }
    .link:hover text, .link:focus-visible text { text-decoration: underline; }
    p { padding: 0 24px; }
    ${styles((name) => THEME_COLORS[name])}
</style>
</head>
<body>
<header><button id="export">${vscode.l10n.t('Export as SVG…')}</button></header>
<main id="figure"></main>
<script nonce="${nonce}">
  const host = acquireVsCodeApi();
  const main = document.getElementById('figure');
  const jump = (target) => {
    const link = target.closest('[data-start]');
    if (link) host.postMessage({ kind: 'reveal', start: Number(link.dataset.start), end: Number(link.dataset.end) });
    return link !== null;
  };
  main.addEventListener('click', (event) => jump(event.target));
  main.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ' ') && jump(event.target)) event.preventDefault();
  });
  // A party that is half in sight counts as in sight for the browser, which then leaves the place of the focus cut off.
  main.addEventListener('focusin', ({ target }) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  document.getElementById('export').addEventListener('click', () => host.postMessage({ kind: 'export' }));
  window.addEventListener('message', ({ data }) => {
    // A new analysis redraws the figure; whoever walks through it by key stays at the same place.
    const links = () => [...main.querySelectorAll('.link')];
    const at = links().indexOf(document.activeElement);
    main.innerHTML = data.html;
    document.getElementById('export').hidden = data.empty;
    if (at >= 0) links()[Math.min(at, links().length - 1)]?.focus();
  });
  host.postMessage({ kind: 'ready' });
</script>
</body>
</html>`;
}
