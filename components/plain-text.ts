const MARKUP = /<\/?[a-z!][^>]*>|&(#\d+|#x[\da-f]+|[a-z]+);/i;
const UNREADABLE = 'script, style, template, title, noscript, iframe, textarea, svg';
const LINES = 'p, div, li, tr, br, h1, h2, h3, h4, h5, h6, blockquote, ul, ol, table';

function withoutMarkup(text: string): string {
  // A parsed document is inert: it loads nothing and runs nothing.
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  for (const element of body.querySelectorAll(UNREADABLE)) element.remove();
  for (const element of body.querySelectorAll(LINES)) {
    element.before('\n');
    element.after('\n');
  }
  return body.textContent;
}

/** The words of a server's text that may be HTML, line by line; what is no markup stays as it is. */
export function plainTextOf(text: string): string {
  return (MARKUP.test(text) ? withoutMarkup(text) : text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
