import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { serviceCard } from '../test/examples/service-card.ts';
import { story } from './story.ts';

export default { title: 'Service card', component: 'handrail-service-card' } satisfies Meta;

export const AlwaysOpen: StoryObj = story(serviceCard, 0);
export const OfficeHours: StoryObj = story(serviceCard, 1);
export const ClosedOffice: StoryObj = story(serviceCard, 2);
export const StaleRecord: StoryObj = story(serviceCard, 3);
export const MaskedRefuge: StoryObj = story(serviceCard, 4);
export const YoungPeople: StoryObj = story(serviceCard, 5);
export const Interpreters: StoryObj = story(serviceCard, 6);
export const BankHoliday: StoryObj = story(serviceCard, 7);
export const NotInTheFile: StoryObj = story(serviceCard, 8);
export const BrokenFeed: StoryObj = story(serviceCard, 9);
export const FromJsonLd: StoryObj = story(serviceCard, 10);
