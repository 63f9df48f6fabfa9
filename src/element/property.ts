import type { PropertyDeclaration, ReactiveElement } from '@lit/reactive-element';

type Decorator = (proto: ReactiveElement, name: PropertyKey) => void;

/**
 * Makes a class field a reactive property, as Lit's own decorator of this name does. Lit's also serves
 * a second kind of decorators and weighs ten times as much.
 */
export function property(options?: PropertyDeclaration): Decorator {
  return (proto, name) => {
    (proto.constructor as typeof ReactiveElement).createProperty(name, options);
  };
}

/** Makes a class field redraw its element when it changes, without an attribute. */
export function state(): Decorator {
  return property({ state: true, attribute: false });
}
