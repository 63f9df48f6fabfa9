/**
 * What the script tag's bundle uses in place of `lit/decorators.js` and of the compiler's `__decorate`,
 * which serve every kind of decorator there is: ours stand before plain properties alone.
 */
export const property = (options) => (prototype, name) =>
  prototype.constructor.createProperty(name, options);

export const state = () => property({ state: true, attribute: false });

export const __decorate = (decorators, prototype, name) =>
  decorators.forEach((decorator) => decorator(prototype, name));
