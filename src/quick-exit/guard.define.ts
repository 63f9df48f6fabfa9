import { installGuard } from './guard.ts';

if (typeof window !== 'undefined') installGuard();
