import type { Fallback } from './fallback.ts';
import { isAsked } from './own-fields.ts';

type Entry = readonly [string, FormDataEntryValue];

/** What a pressed button adds to what is sent. No hand has pointed at a spot of a picture. */
function entriesOf({ name, value, type }: HTMLInputElement): Entry[] {
  if (type === 'image') return ['x', 'y'].map((at) => [name ? `${name}.${at}` : at, '0']);
  return name && !isAsked(name) ? [[name, value]] : [];
}

/**
 * Everything that is sent: the answers, and what the author's form says beside them, as it is now. What
 * it says unseen of a field of ours holds where somebody has left that empty, and notes come before theirs.
 *
 * @param form - the form that the author's fields belong to.
 * @param pressed - what was pressed to send it, where that is the author's.
 */
export function along(
  answers: readonly (readonly [string, string])[],
  author: Fallback,
  form: HTMLFormElement | null | undefined,
  pressed: HTMLElement | null | undefined,
): Entry[] {
  const hidden = author
    .all<HTMLInputElement>('input[type=hidden]')
    .filter(({ name, value, disabled }) => isAsked(name) && value && !disabled);
  const given = new Set(answers.flatMap(([name, value]) => (value ? [name] : [])));
  const presets = hidden.filter(({ name }) => !given.has(name));
  const notes = hidden.find(({ name }) => name === 'notes')?.value;
  const button = (pressed as HTMLInputElement | null | undefined) ?? author.button;
  return [
    ...answers
      .filter(([name]) => !presets.some((preset) => preset.name === name))
      .map(([name, text]): Entry => [name, name === 'notes' && notes ? `${notes}\n${text}` : text]),
    ...presets.map(({ name, value }): Entry => [name, value]),
    ...[...(form ? new FormData(form) : [])].filter(([name]) => !isAsked(name)),
    ...(button ? entriesOf(button) : []),
  ];
}
