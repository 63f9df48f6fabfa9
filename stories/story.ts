import type { StoryObj } from '@storybook/web-components-vite';
import type { Example } from '../test/examples/example.ts';

/** Makes a story of one of an element's named examples, so that stories and tests show the same. */
export function story(examples: readonly Example[], index: number): StoryObj {
  const example = examples[index];
  if (!example) throw new Error(`There is no example number ${String(index)}.`);
  return { name: example.name, render: () => example.html };
}
