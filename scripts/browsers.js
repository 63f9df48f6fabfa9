/** Where Debian puts the browsers that the tests drive, and which packages bring them. */
import { existsSync, readdirSync } from 'node:fs';

export const debianPackages = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'xdotool',
];

const found = (path) => (existsSync(path) ? path : undefined);

/**
 * The path of each program the tests need, or undefined where the machine lacks it.
 *
 * @returns {Record<string, string | undefined>}
 */
export function browserPaths() {
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const miniBrowsers = libraries.map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`);
  return {
    chromium: found('/usr/bin/chromium'),
    firefox: found('/usr/bin/firefox-esr'),
    webkitDriver: found('/usr/bin/WebKitWebDriver'),
    miniBrowser: miniBrowsers.find((path) => existsSync(path)),
    xvfb: found('/usr/bin/xvfb-run'),
    xdotool: found('/usr/bin/xdotool'),
  };
}
