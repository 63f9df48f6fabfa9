import type { Example } from './example.ts';

const form = `<form method="post" action="/requests">
    <label for="title">Which document?</label> <input id="title" name="document-other" />
    <label for="how">Which format?</label> <input id="how" name="format-other" />
    <input type="hidden" name="format" value="other" />
    <label for="mail">Email address</label>
    <input id="mail" name="email" type="email" autocomplete="email" />
    <button>Send request</button>
  </form>`;

export const formatRequest: readonly Example[] = [
  {
    name: 'Under two documents',
    html: `<p><a href="/documents/plan.pdf">Our plan (PDF, 1.2MB)</a></p>
<p><a href="/documents/budget.xlsx?v=2">Budget (Excel, 48KB)</a></p>
<handrail-format-request email="formats@council.example" phone="020 7946 0456">
  ${form}
</handrail-format-request>`,
  },
  {
    name: 'On a page without documents',
    html: `<handrail-format-request reply-days="10">${form}</handrail-format-request>`,
  },
  {
    name: 'With some formats and ways to be reached',
    html: `<handrail-format-request formats="large-print braille" contact-ways="email post">
  ${form}
</handrail-format-request>`,
  },
  {
    name: 'With a link beside each document, in an accessibility statement',
    html: `<ul><li><a href="/documents/plan.pdf">Our plan (PDF, 1.2MB)</a></li></ul>
<handrail-format-request purpose="statement" links standing formats="large-print braille:10" complaints-url="/complain">
  ${form}
</handrail-format-request>`,
  },
];
