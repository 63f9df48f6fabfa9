import type { PropertyValues } from '@lit/reactive-element';
import { render } from 'lit';
import type { RootPart } from 'lit';
import { HandrailElement } from './element.ts';
import { warn } from './warn.ts';

// TypeScript does not rewrite the address of an import in a class that has decorators.
const fetchAdopt = (): Promise<typeof import('./adopt.ts')> => import('./adopt.ts');

/**
 * An element whose part of the page is drawn from Lit's templates. Lit's template engine comes with the
 * first of these, so that a page with nothing but an exit loads none.
 */
export abstract class TemplateElement extends HandrailElement {
  #part: RootPart | undefined;
  /** What a server has drawn for this element, until that is adopted, and what adopts it. */
  #server: HTMLElement | null = null;
  #adopt: typeof import('./adopt.ts').adopt | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#part?.setConnected(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#part?.setConnected(false);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && !this.#server) {
      await this.ready();
      this.#server = this.querySelector('[data-handrail-ui=html]');
      try {
        if (this.#server) this.#adopt = (await fetchAdopt()).adopt;
      } catch (reason) {
        const { message } = reason as Error;
        warn(`${message}. <${this.localName}> stays as the server drew it.`);
        return;
      }
    }
    await super.scheduleUpdate();
  }

  /** Whether what a server has drawn is still shown, and waits to be adopted. */
  protected get adopting(): boolean {
    return !!this.#server;
  }

  /** Whether there is something to show, which can take the place of what a server has drawn. */
  protected get drawn(): boolean {
    return true;
  }

  protected override update(changed: PropertyValues): void {
    // A change of a property in here belongs to this update.
    const drawn = this.render();
    super.update(changed);
    const { isConnected } = this;
    this.#part = render(drawn, this.renderRoot, { host: this, isConnected });
    const server = this.#server;
    if (server && this.#adopt && this.drawn) {
      this.#adopt(this.renderRoot as HTMLElement, server);
      (this as { renderRoot: HTMLElement }).renderRoot = server;
      this.#server = null;
      this.adopted?.(server);
    }
  }

  /** Is called when what a server has drawn has become the place that the element draws into. */
  protected adopted?(ui: HTMLElement): void;

  /** Gives what the element adds to the page. */
  protected abstract render(): unknown;
}
