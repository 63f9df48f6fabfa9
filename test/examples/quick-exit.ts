import type { Example } from './example.ts';

const link =
  '<a href="https://www.bbc.co.uk/weather" rel="nofollow noreferrer">Leave this page now</a>';

export const quickExit: readonly Example[] = [
  { name: 'A quick exit', html: `<handrail-quick-exit>${link}</handrail-quick-exit>` },
  {
    name: 'Without a keyboard shortcut',
    html: `<handrail-quick-exit shortcut="off">${link}</handrail-quick-exit>`,
  },
  {
    name: 'With a sentence of its own',
    html: `<handrail-quick-exit texts='{ "Leaving does not clear your browsing history.": "This visit stays in your history." }'>${link}</handrail-quick-exit>`,
  },
  {
    name: 'With words of its own on where it leads, and on the shortcut',
    html: `<handrail-quick-exit texts='{ "Opens {1}.": "Opens the weather.", "Or press {key} {count} times": "{key}, {count} times, leaves too" }'>${link}</handrail-quick-exit>`,
  },
  {
    name: 'That the site’s own server sends on',
    html: `<handrail-quick-exit><a href="/requests/leave" data-handrail-exit="server">Leave this page now</a></handrail-quick-exit>`,
  },
  {
    name: 'With a link to advice, and Escape as its key',
    html: `<handrail-quick-exit shortcut="escape">${link}<a href="/staying-safe-online">How to hide your visit</a></handrail-quick-exit>`,
  },
];
