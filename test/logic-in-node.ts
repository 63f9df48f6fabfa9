/**
 * Gives the tests of plain logic, which also run in browsers, the names that a browser's runner gives
 * them: `node --import=./test/logic-in-node.ts --test 'test/logic/*.test.ts'`.
 */
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

Object.assign(globalThis, { after, afterEach, before, beforeEach, describe, it });
