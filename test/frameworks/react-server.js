import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './react-page.js';

/**
 * The page as the server draws it.
 *
 * @param {import('./state.ts').State} state
 * @param {boolean} server
 * @returns {string}
 */
export const html = (state, server) => renderToString(createElement(Page, { state, server }));
