import type { Covered } from '../../element/covered.ts';
import { isShown } from '../../element/shown.ts';
import { finderFile } from '../documents/finder-file.ts';
import { FIELD, FIELDS, questionOf } from '../schema/fields.ts';
import { controlsOf, empty, isChoiceControl, controlKey, restore } from './form-data.ts';
import type { Control } from './form-data.ts';
import { LentAttributes } from '../../element/lent-attributes.ts';
import { isAsked, OwnFields } from './own-fields.ts';
import { documentValue } from '../schema/document-value.ts';

/** What somebody can fill in or press, and what the form says unseen. */
const CONTROLS = 'input, textarea, select, button';

/** What sends the author's form. */
const SUBMITS = 'button:not([type=button], [type=reset]), [type=submit], [type=image]';

/** Whether a control holds an answer: of a list, only an entry that it did not start with. */
function isAnswered(control: Control): boolean {
  if (isChoiceControl(control)) return control.checked;
  if (control instanceof HTMLSelectElement) {
    const [chosen] = control.selectedOptions;
    return !!chosen && (control.multiple || chosen.index > 0) && !chosen.defaultSelected;
  }
  return control.value !== '';
}

/** A document that the author's form names by its title alone is the one of that title in ours. */
function documentValues(): ReadonlyMap<string, string> {
  const found = finderFile.content?.findDocuments(document) ?? [];
  return new Map(found.map((one) => [one.title, documentValue(one)]));
}

/** Puts a text behind what a control holds already. */
function add(control: Control, text: string): void {
  const between = control instanceof HTMLTextAreaElement ? '\n' : ', ';
  control.value = [control.value, text].filter(Boolean).join(between);
}

/** The choice that has to be made for a field to be asked, where the author's form had no such choice. */
function choiceFor(name: string): string | undefined {
  const field = FIELDS.find((one) => one === name);
  const question = field && questionOf(field);
  if (!question || question === 'document') return undefined;
  return `[name=${question}][value=${FIELD[field].ways?.[0] ?? FIELD[field].format ?? 'other'}]`;
}

/** Makes the choices that filled-in fields stand for. A choice between several is not made over. */
function choose(form: HTMLFormElement, names: readonly string[]): void {
  for (const name of names) {
    const selector = choiceFor(name);
    const box = selector ? form.querySelector<HTMLInputElement>(selector) : null;
    const taken = box?.type === 'radio' && form.querySelector(`[name=${box.name}]:checked`);
    if (box && !taken) box.checked = true;
  }
}

/** The author's form: it stays where it is, and ours is shown in its place. */
export class Fallback {
  readonly #host: HTMLElement;
  readonly #authored: Covered;
  readonly #ours: HTMLFormElement;
  readonly #lent = new LentAttributes();
  readonly #ownFields: OwnFields;
  /** What was carried over last from each place of the author's form. */
  readonly #carried = new Map<string, readonly string[]>();
  #begun = false;
  #active: Element | null = null;
  #caret: number | null | undefined;

  /**
   * @param host - the element.
   * @param authored - what its author wrote.
   * @param ours - the form that is shown in place of the author's.
   */
  constructor(host: HTMLElement, authored: Covered, ours: HTMLFormElement) {
    this.#host = host;
    this.#ownFields = new OwnFields(host);
    this.#authored = authored;
    this.#ours = ours;
  }

  /** The author's own form. Inside another form the parser drops it, and its fields stand loose. */
  get form(): HTMLFormElement | undefined {
    return this.#authored.all<HTMLFormElement>('form')[0];
  }

  get #controls(): Control[] {
    return this.#authored.nodes.flatMap((node) =>
      node instanceof Element ? controlsOf(node) : [],
    );
  }

  /** What the author's form asks or shows in sight, and ours does not: it goes on doing so. */
  get own(): Element[] {
    return this.#ownFields.in(this.#authored.all('*'));
  }

  /** Shows ours in the place of the author's, which answers to nothing from then on. */
  cover(): void {
    const { form, own } = this;
    const holds = (node: Node): boolean => own.some((one) => node.contains(one));
    if (form) {
      // Somebody may press a button elsewhere that belongs to the form: no field of it is in the way.
      this.#lent.set(form, 'novalidate', '');
    } else {
      // They belong to the form around the element, and would be sent with it.
      for (const control of this.#authored.all(CONTROLS)) {
        const name = control.getAttribute('name');
        this.#lent.set(control, 'form', name && !isAsked(name) ? this.#ours.id : '');
      }
    }
    const around = this.#authored.nodes.find((node) => node.contains(form ?? null));
    for (const part of form ? [form] : this.#authored.nodes)
      if (part instanceof Element && (form ?? holds(part))) this.#ownFields.reduce(part, own);
    this.#authored.cover(
      (node) =>
        !holds(node) &&
        (node === form ||
          (!form &&
            node instanceof Element &&
            (node.matches(`${CONTROLS}, label, fieldset`) || !!node.querySelector(CONTROLS)))),
      around,
    );
  }

  /** Shows the author's form again, with what is in ours. */
  uncover(): void {
    for (const control of this.#controls) {
      const same = controlsOf(this.#ours).find((ours) => controlKey(ours) === controlKey(control));
      if (!same) continue;
      if (isChoiceControl(control)) control.checked = (same as HTMLInputElement).checked;
      else control.value = same.value;
    }
    this.#lent.takeBack();
    this.#ownFields.takeBack();
    this.#authored.withdraw();
  }

  /** Remembers where the focus is in the author's form, for as long as it is there. */
  mark(): void {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    this.#active = this.#host.contains(root.activeElement) ? root.activeElement : null;
    this.#caret = (this.#active as HTMLInputElement | null)?.selectionStart;
  }

  /**
   * Puts into ours what stands in the author's form, and does so again where that has changed: what
   * somebody has typed into ours meanwhile stays.
   *
   * @returns whether there was anything new.
   */
  carry(): boolean {
    const titles = documentValues();
    const names: string[] = [];
    const areKnown = finderFile.content ?? finderFile.isMissing;
    for (const control of this.#controls.filter(({ name }) => isAsked(name))) {
      // It is read once the documents are known that it may name.
      if (control.name === 'document' && !areKnown) continue;
      const values = !isAnswered(control)
        ? []
        : control instanceof HTMLSelectElement
          ? [...control.selectedOptions].map(({ value }) => value)
          : [control.value];
      const place = controlKey(control);
      const before = this.#carried.get(place) ?? [];
      if (String(values) === String(before)) continue;
      this.#carried.set(place, values);
      for (const value of values.filter((each) => !before.includes(each))) {
        names.push(control.name);
        this.#fill(control.name, titles.get(value) ?? value, value, before[0]);
      }
    }
    this.#begun = true;
    const focused = this.#focused;
    choose(this.#ours, focused ? [...names, focused.name] : names);
    return names.length > 0 || this.#active !== null;
  }

  /** Puts an answer into the control of its name; what has no place there goes where text is free. */
  #fill(name: string, wanted: string, value: string, before: string | undefined): void {
    const controls = controlsOf(this.#ours);
    const match = controls.find(
      (control) =>
        control.name === name &&
        (!isChoiceControl(control) || control.value === (name === 'document' ? wanted : value)),
    );
    if (match && isChoiceControl(match)) {
      match.checked = true;
    } else if (match) {
      if (!this.#begun) add(match, value);
      else if (match.value === (before ?? '')) match.value = value;
    } else {
      const free = name === 'document' ? 'document-other' : 'notes';
      const control = controls.find((one) => one.name === free);
      if (control) add(control, value);
    }
  }

  /** Every element of the author's that a selector names. */
  all<E extends Element>(selector: string): E[] {
    return this.#authored.all<E>(selector);
  }

  /** What sends the author's form, if nothing else is pressed. */
  get button(): HTMLInputElement | undefined {
    return this.all<HTMLInputElement>(SUBMITS)[0];
  }

  /** Empties the author's fields: whoever comes back to this page may be somebody else. */
  empty(): void {
    empty(this.#controls.filter(({ name }) => isAsked(name)));
    for (const one of this.own) if ('value' in one) restore(one as Control);
  }

  get #focused(): Control | undefined {
    return this.#controls.find((control) => control === this.#active);
  }

  /** Gives the focus that the author's form had to the same field of ours. */
  focus(): void {
    const active = this.#active;
    const focused = this.#focused;
    const caret = this.#caret;
    this.#active = null;
    if (!active || (active.isConnected && isShown(active))) return;
    const same = controlsOf(this.#ours).find(
      (control) => focused && controlKey(control) === controlKey(focused),
    ) as HTMLInputElement | undefined;
    const target = same ?? this.#ours.querySelector<HTMLElement>('button[type=submit]');
    target?.focus({ preventScroll: true });
    // An email field tells nobody where its caret is.
    if (same?.selectionStart != null && caret != null) {
      const at = caret + Math.max(0, same.value.indexOf(focused?.value ?? ''));
      same.setSelectionRange(at, at);
    }
  }
}
