import { nothing } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { contactWayLabel } from '../schema/labels.ts';
import { fold, group, options, textField } from './controls.ts';
import type { FormView } from './form-view.ts';
import { isForWay, saysWhere, unasked } from './places.ts';

/**
 * The question how to reach somebody, each way with what it needs. Where a document goes is a way already:
 * then it is folded, for people who would rather be reached otherwise.
 */
export function contactFields(view: FormView): unknown {
  const { contactWays, ticked, filled, also } = view;
  const fields = unasked(view);
  const chosen = contactWays.find((way) => ticked.has(`contact-by=${way}`));
  // A call and a text message have one field, which can be in one place.
  const homeOf = (name: (typeof fields)[number]): string | undefined =>
    [chosen, ...contactWays].find((way) => way && isForWay(name, way));
  const list = contactWays.map((value) => {
    const own = fields.filter((name) => homeOf(name) === value);
    return {
      value,
      label: contactWayLabel(value),
      keeps: own.some((name) => filled.has(name)),
      more: own[0] && own.map((name) => textField(view, name)),
    };
  });
  const typed = fields.filter((name) => homeOf(name) === undefined && also?.has(name));
  const others = typed.map((name) => textField(view, name));
  const known = saysWhere(view);
  const isWrong = ['contact-by' as const, ...fields].some((name) => view.errors.has(name));
  const [only, second] = contactWays;
  if (only && !second && !view.errors.has('contact-by')) {
    if (known && !list[0]?.keeps && !isWrong) return nothing;
    return [html`<input type="hidden" name="contact-by" value=${only} />`, list[0]?.more, others];
  }
  const question = group(view, 'contact-by', [options(view, 'contact-by', 'radio', list), others]);
  const isOpen = chosen !== undefined || list.some(({ keeps }) => keeps) || isWrong;
  return known ? fold(msg('Contact me in another way'), isOpen, question) : question;
}
