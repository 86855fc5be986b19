/** Messages that a page also gets: from other libraries, from developer tools, and plain text. None of them is a token. */
export const JUNK = [
  undefined,
  null,
  true,
  42,
  '',
  'ping',
  'x'.repeat(5000),
  'a.b.c',
  'https://www.example.com/index.html',
  JSON.stringify({ type: 'resize', width: 800, height: 600 }),
  { type: 'webpackOk' },
  { source: 'react-devtools-content-script', payload: { type: 'ping', items: [1, 2, 3] } },
  { iss: 'bench', sub: 'setHeight', height: 100 },
  [1, 2, 3],
]
