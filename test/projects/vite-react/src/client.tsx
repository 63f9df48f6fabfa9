import { hydrateRoot } from 'react-dom/client';
import 'handrail/define.js';
import 'handrail/themes/fallback.css';
import { Page } from './Page.tsx';

const root = document.querySelector('#root');
if (root) hydrateRoot(root, <Page />);
