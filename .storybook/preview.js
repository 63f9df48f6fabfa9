import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import '../src/define.ts';
import '../src/themes/tokens.css';
import '../src/themes/fallback.css';

setCustomElementsManifest(manifest);

/** @type {import('@storybook/web-components-vite').Preview} */
export default { tags: ['autodocs'], parameters: { a11y: { test: 'error' } } };
