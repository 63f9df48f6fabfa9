import { LentAttributes } from '../../element/lent-attributes.ts';

/** A field, and what is wrong with it. */
interface Marked {
  readonly control: HTMLInputElement | undefined;
  readonly text: string;
}

/** Marks the fields of an author's that something is wrong with. Their nodes get nothing but attributes. */
export class OwnMarks {
  readonly #lent = new LentAttributes();

  set(problems: readonly Marked[], prefix: string): void {
    this.#lent.takeBack();
    problems.forEach(({ control, text }, at) => {
      if (!control) return;
      this.#lent.set(control, 'aria-invalid', 'true');
      if (!control.id) this.#lent.set(control, 'id', `${prefix}-own-${String(at)}`);
      const label = control.labels?.[0];
      if (label) this.#lent.set(label, 'data-handrail-error', text);
    });
  }
}
