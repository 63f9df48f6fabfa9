import { after } from 'node:test';

/** How long a file's process may go on after its last test, in milliseconds: its results are written by then. */
const PATIENCE = 60_000;

/**
 * Read by Node before each test file. Whatever a file leaves open, such as a timer of a test that threw,
 * keeps its process from ending, and with it the whole run. Then the file has failed, and the run goes on.
 */
after(() => {
  setTimeout(() => {
    console.error('Something that the tests of this file opened is still open.');
    process.exit(1);
  }, PATIENCE).unref();
});
