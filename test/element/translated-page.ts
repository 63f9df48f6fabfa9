/** Does what a browser does that translates a page: puts two elements in the place of each text. */
function translate(root: Node): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found) {
    if (text.data.trim() === '' || !text.isConnected) continue;
    if (text.parentElement?.closest('font, textarea, style, script')) continue;
    const fonts = new Range().createContextualFragment('<font><font></font></font>');
    fonts.querySelector('font font')?.append(text.data.replace(/\S/, '~$&'));
    text.replaceWith(fonts);
  }
}

const observer = new MutationObserver((changes) => {
  for (const { addedNodes, target } of changes) [...addedNodes, target].forEach(translate);
});

/** Translates a part of the page, and whatever comes on to it later. */
export function startTranslating(part: Element): void {
  translate(part);
  observer.observe(part, { subtree: true, childList: true, characterData: true });
}

export function stopTranslating(): void {
  observer.disconnect();
}

/** What is read there, without what marks it as translated. */
export function translated(part: Element): string {
  return part.textContent.replaceAll('~', '').replace(/\s+/g, ' ').trim();
}
