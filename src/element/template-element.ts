import type { PropertyValues } from '@lit/reactive-element';
import { render } from 'lit';
import type { RootPart } from 'lit';
import { HandrailElement } from './element.ts';

/**
 * An element whose part of the page is drawn from Lit's templates. Lit's template engine comes with the
 * first of these, so that a page with nothing but an exit loads none.
 */
export abstract class TemplateElement extends HandrailElement {
  #part: RootPart | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#part?.setConnected(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#part?.setConnected(false);
  }

  protected override update(changed: PropertyValues): void {
    // A change of a property in here belongs to this update.
    const drawn = this.render();
    super.update(changed);
    const { isConnected } = this;
    this.#part = render(drawn, this.renderRoot, { host: this, isConnected });
  }

  /** Gives what the element adds to the page. */
  protected abstract render(): unknown;
}
