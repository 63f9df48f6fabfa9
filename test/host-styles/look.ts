/**
 * What is wrong with the form as it stands on a page, a line each: what is squeezed, out of place, too
 * small to read or hard to see. It is run in the page.
 *
 * @param colours - whether colours are looked at: with forced ones a page is not told what is painted.
 */
export function look(colours: boolean): string[] {
  const faults: string[] = [];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** A colour as red, green, blue and alpha, each 0 to 255. */
  const rgba = (colour: string): Uint8ClampedArray => {
    if (!canvas) return new Uint8ClampedArray(4);
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [...rgba(colour)].map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [a, b] = [light(one), light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const ground = (element: Element | null): string => {
    if (!element) return 'white';
    const { backgroundColor } = getComputedStyle(element);
    return rgba(backgroundColor)[3] ? backgroundColor : ground(element.parentElement);
  };
  const name = (element: Element): string =>
    `${element.localName}${element.id ? `#${element.id}` : ''}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
  const fault = (element: Element, what: string): unknown =>
    faults.push(`${name(element)}: ${what}`);
  const box = (element: Element): DOMRect => element.getBoundingClientRect();

  for (const ui of document.querySelectorAll('[data-handrail-ui]')) {
    const room = box(ui);
    const shown = [...ui.querySelectorAll<HTMLElement>('*')].filter(
      (each) => each.checkVisibility() && !each.closest('.handrail-visually-hidden'),
    );
    for (const each of shown) {
      const { left, right } = box(each);
      if (left < room.left - 1 || right > room.right + 1) fault(each, 'it is beside the form');
      if (![...each.childNodes].some((node) => node instanceof Text && node.data.trim())) continue;
      const { fontSize, color, fontWeight } = getComputedStyle(each);
      const size = parseFloat(fontSize);
      if (size < 16) fault(each, `its text has ${fontSize}`);
      const least = size >= 24 || (size >= 18.6 && Number(fontWeight) >= 600) ? 3 : 4.5;
      const seen = contrast(color, ground(each));
      if (colours && seen < least) fault(each, `its text has a contrast of ${seen.toFixed(2)}`);
    }
    const controls = shown.filter((each) => each.matches('input, textarea, button, summary'));
    for (const control of controls) {
      const { width, height, top, bottom, left, right } = box(control);
      const [label] = (control as HTMLInputElement).labels ?? [];
      if (control.matches('[type=checkbox], [type=radio]')) {
        if (width < 24 || height < 24)
          fault(control, `it is ${String(width)} by ${String(height)} px`);
        const words = label ? box(label) : new DOMRect();
        const middle = (top + bottom) / 2;
        if (words.left < right || words.left - right > 24) fault(control, 'its label is elsewhere');
        if (middle < words.top || middle > words.bottom)
          fault(control, 'its label is not beside it');
        if (words.height < 44) fault(control, 'its row is too low to press');
        control.scrollIntoView({ block: 'center', behavior: 'instant' });
        const now = box(control);
        const at = (x: number): Element | null =>
          document.elementFromPoint(x, (now.top + now.bottom) / 2);
        if (at((now.left + now.right) / 2) !== control) fault(control, 'a mouse misses it');
        if (at(now.right + 8) !== label) fault(control, 'a mouse misses its row');
        continue;
      }
      if (height < 44) fault(control, `it is ${String(height)} px high`);
      if (!colours || control.localName === 'summary') continue;
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(control);
      const around = ground(control.parentElement);
      const edges = [
        ...(parseFloat(borderTopWidth) > 0 && rgba(borderTopColor)[3] ? [borderTopColor] : []),
        ...(rgba(backgroundColor)[3] ? [backgroundColor] : []),
      ];
      if (Math.max(1, ...edges.map((edge) => contrast(edge, around))) < 3)
        fault(control, 'neither its edge nor its ground can be seen');
      if (!control.matches('.handrail-input')) continue;
      const least = Math.min(box(control.parentElement ?? control).width, 100);
      if (width < least - 1) fault(control, `it is ${String(width)} px wide`);
      if (control.scrollWidth > control.clientWidth + 1)
        fault(control, 'what is in it does not fit');
      if (label && !label.contains(control) && box(label).bottom > top + 1)
        fault(control, 'its label is not above it');
      if (left > room.right - least) fault(control, 'it stands at the end');
    }
    const plain = controls.find((each) => each.matches('.handrail-input:not([aria-invalid=true])'));
    const wrong = controls.find((each) => each.matches('.handrail-input[aria-invalid=true]'));
    if (plain && wrong) {
      const edge = (each: Element): string => {
        const { borderTopColor, borderTopWidth } = getComputedStyle(each);
        return `${colours ? borderTopColor : ''} ${borderTopWidth}`;
      };
      if (edge(plain) === edge(wrong)) fault(wrong, 'it looks as right as any');
      if (
        colours &&
        rgba(getComputedStyle(plain).borderTopColor)[0] ===
          rgba(getComputedStyle(wrong).borderTopColor)[0]
      )
        fault(wrong, 'its edge is not red');
    }
    for (const summary of ui.querySelectorAll(
      '.handrail-summary, .handrail-receipt, .handrail-failed',
    )) {
      const inner = [...summary.querySelectorAll('h2, h3, li, p, dt, dd')].filter((each) =>
        each.checkVisibility(),
      );
      inner.forEach((each, index) => {
        const before = inner[index - 1];
        if (before && box(before).bottom > box(each).top + 1)
          fault(each, 'it is not below what comes before it');
      });
      const { borderTopWidth } = getComputedStyle(summary);
      if (parseFloat(borderTopWidth) < 3) fault(summary, `its edge has ${borderTopWidth}`);
    }
    const panels = [...ui.querySelectorAll('.handrail-panel')].map(box);
    const rows = new Set(panels.map(({ top }) => top)).size;
    const beside = room.width > 54 * parseFloat(getComputedStyle(ui).fontSize);
    if (panels.length === 3 && rows !== (beside ? 1 : 3))
      faults.push(`The panels have ${String(rows)} rows.`);
  }
  return faults;
}
