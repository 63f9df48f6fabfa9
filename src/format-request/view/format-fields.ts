import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../template/heading.ts';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import type { OfferedFormat } from '../schema/choices.ts';
import { detailsOf } from '../schema/fields.ts';
import { formatHint, formatLabel, groupLabel, workingDays } from '../schema/labels.ts';
import { fold, group, hint, options, simpleField } from './controls.ts';
import type { FormView } from './form-view.ts';
import { asksWhere, groupsOf, placeFields } from './places.ts';

/** The boxes of some formats, the first of which is so many-th of all. */
function boxes(view: FormView, formats: readonly OfferedFormat[], first: number): unknown {
  const list = formats.map(({ slug, days }) => {
    const time = days && msg(str`Usually takes us ${workingDays(days)} to make`);
    const details = detailsOf(slug);
    return {
      value: slug,
      label: formatLabel(slug),
      hint: [formatHint(slug), time].filter(Boolean).join('. '),
      unfolds: asksWhere(view, slug),
      more: details[0] && details.map((name) => simpleField(view, name)),
    };
  });
  return options(view, 'format', 'checkbox', list, first);
}

/** The question which formats would help: the common ones in groups, the rest behind one control. */
export function formatFields(view: FormView): TemplateResult {
  let count = 0;
  const groups = groupsOf(view.formats).map(([name, formats]) => {
    const first = count;
    count += formats.length;
    return { name, formats, content: [boxes(view, formats, first), placeFields(view, name)] };
  });
  const panels = groups.map(({ name, formats, content }) =>
    name === 'rest' || !formats[0]
      ? nothing
      : html`<div class="handrail-panel">
          <div class="handrail-group">${heading(view.level, groupLabel(name))}</div>
          ${content}
        </div>`,
  );
  const rest = groups.find(({ name }) => name === 'rest');
  const isOpen = rest?.formats.some(({ slug }) => view.ticked.has(`format=${slug}`));
  return group(view, 'format', [
    hint(msg('Choose one or more.')),
    html`<div class="handrail-panels">${panels}</div>`,
    rest?.formats[0] ? fold(msg('More formats'), !!isOpen, rest.content) : nothing,
    view.strays?.map((name) => simpleField(view, name)),
  ]);
}
