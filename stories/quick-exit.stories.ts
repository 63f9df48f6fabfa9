import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { quickExit } from '../test/examples/quick-exit.ts';
import { story } from './story.ts';

export default { title: 'Quick exit', component: 'handrail-quick-exit' } satisfies Meta;

export const Default: StoryObj = story(quickExit, 0);
export const WithoutShortcut: StoryObj = story(quickExit, 1);
export const OwnSentence: StoryObj = story(quickExit, 2);
export const OwnWords: StoryObj = story(quickExit, 3);
export const OwnServer: StoryObj = story(quickExit, 4);
export const WithAdvice: StoryObj = story(quickExit, 5);
