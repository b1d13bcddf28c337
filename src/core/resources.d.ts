/** Word lists are bundled as text: `data/en/*.txt`, one entry a line, `#` starts a comment. */
declare module '*.txt' {
  const text: string;
  export default text;
}
