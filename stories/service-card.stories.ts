import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { serviceCard } from '../test/examples/service-card.ts';
import { story } from './story.ts';

export default { title: 'Service card', component: 'handrail-service-card' } satisfies Meta;

export const AlwaysOpen: StoryObj = story(serviceCard, 0);
export const OfficeHours: StoryObj = story(serviceCard, 1);
export const StaleRecord: StoryObj = story(serviceCard, 2);
export const NotInTheFile: StoryObj = story(serviceCard, 3);
