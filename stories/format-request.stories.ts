import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { formatRequest } from '../test/examples/format-request.ts';
import { story } from './story.ts';

export default { title: 'Format request', component: 'handrail-format-request' } satisfies Meta;

export const TwoDocuments: StoryObj = story(formatRequest, 0);
export const NoDocuments: StoryObj = story(formatRequest, 1);
export const SomeFormats: StoryObj = story(formatRequest, 2);
export const Statement: StoryObj = story(formatRequest, 3);
