import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { safeHref } from '../../src/service/safe-href.ts';
import { plainText, safeText } from '../../src/service/safe-text.ts';
import { textView } from '../../src/service-card/view/text.ts';

/** What somebody gets to see of a text, as markup without Lit's comments. */
async function drawn(text: string): Promise<string> {
  const element = await fixture<HTMLElement>(
    html`<div>${textView(text, () => ({ safeText }))}</div>`,
  );
  return element.innerHTML
    .replace(/<!--.*?-->/g, '')
    .replace(/\s*<(ul|ol|\/ul|\/ol)>\s*/g, '<$1>')
    .replace(/ (?:class="handrail-card-link"|rel="noreferrer")/g, '');
}

const HOSTILE = [
  '<script>globalThis.ran=1</script>',
  '<scr<script>ipt>globalThis.ran=1</scr</script>ipt>',
  '<img src="/test/requested.png" onerror="globalThis.ran=1">',
  '<svg><script>globalThis.ran=1</script></svg>',
  '<svg onload=globalThis.ran=1>',
  '<math><mtext><table><mglyph><style><img src=x onerror=globalThis.ran=1>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<a href="javascript:globalThis.ran=1" autofocus onfocus="globalThis.ran=1">x</a>',
  '<p onclick=globalThis.ran=1 style="background:url(/test/requested.png)">x</p>',
  '<link rel=stylesheet href=/test/requested.css><meta http-equiv=refresh content=0>',
  '<template><script>globalThis.ran=1</script></template>',
  '<!--><script>globalThis.ran=1</script>-->',
  '<style>@import url(/test/requested.css)</style>',
  '<textarea></textarea><img src=/test/requested.png onerror=globalThis.ran=1>',
  '&lt;img src=x onerror=globalThis.ran=1&gt;',
  '<b title="></b><img src=/test/requested.png onerror=globalThis.ran=1>">x</b>',
  '${globalThis.ran=1}{{constructor.constructor("globalThis.ran=1")()}}',
];

describe('Free text from outside', () => {
  it('keeps paragraphs, line breaks, lists, strong and emphasised words, and links', async () => {
    for (const [text, markup] of [
      ['One.\nTwo.\n\nThree.', '<p>One.<br>Two.</p><p>Three.</p>'],
      [
        'We have:\n- tea\n* toast\n• talk\nCome!',
        '<p>We have:</p><ul><li>tea</li><li>toast</li><li>talk</li></ul><p>Come!</p>',
      ],
      ['<p>One <b>two</b> <i>three</i></p>', '<p>One <strong>two</strong> <em>three</em></p>'],
      ['<ol><li>one<li>two</ol>', '<ol><li>one</li><li>two</li></ol>'],
      ['<ul><li>a<ul><li>b</ul></ul>c', '<ul><li>a<ul><li>b</li></ul></li></ul><p>c</p>'],
      ['<p><b></b><br>One<br></p><div><br></div>', '<p>One</p>'],
      ['<div>One</div><h2>Two</h2>', '<p>One</p><p>Two</p>'],
      [
        '<a href="https://a.example/?x=1&amp;y=2">A</a>',
        '<p><a href="https://a.example/?x=1&amp;y=2">A</a></p>',
      ],
      ['<b>one <i>two</b> three', '<p><strong>one <em>two</em></strong> three</p>'],
    ] as const) {
      expect(await drawn(text), text).to.equal(markup);
    }
  });

  it('shows signs that are no markup as they are', async () => {
    for (const text of [
      '5 < 6 & 7 > 6',
      'Write to <pat@example.org>',
      'AT&T &unknown; &',
      'a <b',
    ]) {
      const element = await fixture<HTMLElement>(
        html`<div>${textView(text, () => ({ safeText }))}</div>`,
      );
      expect(element.textContent.trim()).to.equal(text);
    }
  });

  it('reads named and numbered characters', () => {
    expect(plainText('Tom &amp; Jerry&#39;s &#x2013; &quot;here&quot;')).to.equal(
      'Tom & Jerry\'s – "here"',
    );
    expect(plainText('&#0;&#55296;&#9999999;x').trim()).to.contain('x');
  });

  it('has no element where there is nothing to read', () => {
    for (const text of [
      '',
      '  \n ',
      '<p></p>',
      '<br><br>',
      '<script>x</script>',
      '<ul><li></li></ul>',
    ]) {
      expect(safeText(text), text).to.deep.equal([]);
    }
  });

  it('links to pages, email addresses and numbers, and to nothing else', () => {
    expect(safeHref(' https://a.example/x y')).to.equal('https://a.example/xy');
    expect(safeHref('mailto:a@b.example?bcc=c@d.example&body=x')).to.equal('mailto:a@b.example');
    expect(safeHref('tel:020 7946 0123')).to.equal('tel:02079460123');
    for (const address of [
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://a.example/1',
      '//a.example',
      '/path',
      'tel:*%2306%23',
      'http://',
      'https://[::1',
      '',
    ]) {
      expect(safeHref(address), address).to.equal(undefined);
    }
  });

  it('runs no script and asks for nothing, whatever it holds', async () => {
    performance.clearResourceTimings();
    for (const text of HOSTILE) {
      const element = await fixture<HTMLElement>(
        html`<div>${textView(text, () => ({ safeText }))}</div>`,
      );
      for (const each of element.querySelectorAll('*')) {
        expect(each.localName, text).to.match(/^(?:p|br|ul|ol|li|strong|em|a)$/);
        for (const name of each.getAttributeNames())
          expect(name, text).to.match(/^(?:href|class|rel)$/);
      }
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect('ran' in globalThis).to.equal(false);
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.filter((name) => name.includes('requested'))).to.deep.equal([]);
  });

  it('is read in a straight line, however long and however broken', () => {
    for (const text of [
      '<a ',
      '<ul><li>',
      '<script>',
      '<a href="',
      '<!--',
      '<b>',
      '</script ',
      '&#',
      '\n- ',
    ]) {
      const read = safeText(text.repeat(50_000));
      expect(Array.isArray(read), text).to.equal(true);
    }
  });
});
