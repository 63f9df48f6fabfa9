import { DIVISIONS, isDivision } from '../calendar/bank-holidays.ts';
import { isIsoDate } from '../calendar/london.ts';
import { isEmail } from '../email/email.ts';
import type { Config } from './config-settings.ts';

/** An address with one of some schemes. */
function isUrl(text: string, schemes: RegExp): boolean {
  return URL.canParse(text) && schemes.test(new URL(text).protocol);
}

/** A host with or without a port, and nothing around it. */
function isHost(text: string): boolean {
  return URL.canParse(`https://${text}`) && new URL(`https://${text}`).host === text.toLowerCase();
}

/** A whole number within bounds. */
function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** A value to look at: what it is, whether it can work, and what it has to be. */
type Check = readonly [setting: string, value: unknown, right: boolean, wanted: string];

/** A check of a setting that may be left out. */
function ifSet<T>(
  setting: string,
  value: T | undefined,
  right: (value: T) => boolean,
  wanted: string,
): Check {
  return [setting, value, value === undefined || right(value), wanted];
}

/**
 * Finds what cannot work in settings whose kinds are right: dates, numbers, addresses, hosts.
 *
 * @returns a sentence for each, which names the setting, what it holds and what it has to be.
 */
export function problemsOf(config: Config): readonly string[] {
  const { organisation, calendar, smtp, notify, webhook, limits, metrics } = config;
  const mailbox = 'one email address, such as formats@council.example';
  const checks: readonly Check[] = [
    ifSet('port', config.port, (port) => isWhole(port, 0, 65_535), 'a whole number to 65535'),
    [
      'metrics.port',
      metrics?.port,
      metrics === undefined || isWhole(metrics.port ?? -1, 0, 65_535),
      'a whole number to 65535, such as 9464',
    ],
    ifSet('log', config.log, (form) => /^(text|json)$/.test(form), 'text or json'),
    ifSet(
      'replyDays',
      config.replyDays,
      (days) => isWhole(days, 1, 100),
      'a whole number from 1 to 100',
    ),
    ifSet(
      'keepDays',
      config.keepDays,
      (days) => isWhole(days, 1, 3660),
      'a whole number of days, 1 or more',
    ),
    ifSet('proxies', config.proxies, (count) => isWhole(count, 0, 20), 'a whole number from 0 on'),
    ...Object.entries(limits ?? {}).map(([name, value]) =>
      ifSet(`limits.${name}`, value, (count) => isWhole(count, 0, 1e9), 'a whole number from 0 on'),
    ),
    ifSet('calendar.division', calendar?.division, isDivision, `one of: ${DIVISIONS.join(', ')}`),
    ...(calendar?.closures ?? []).map((date) =>
      ifSet('calendar.closures', date, isIsoDate, 'a date such as 2026-12-29'),
    ),
    ...(config.documentHosts ?? []).map((host) =>
      ifSet('documentHosts', host, isHost, 'a host such as www.council.example'),
    ),
    ifSet('organisation.email', organisation?.email, isEmail, mailbox),
    ifSet(
      'smtp.url',
      smtp?.url,
      (url) => isUrl(url, /^smtps?:$/),
      'written like smtp://mail.example:587',
    ),
    ifSet('smtp.from', smtp?.from, isEmail, mailbox),
    ifSet('smtp.to', smtp?.to, isEmail, mailbox),
    ifSet('smtp.returnPath', smtp?.returnPath, isEmail, mailbox),
    ifSet(
      'bounceSecret',
      config.bounceSecret,
      (secret) => secret.length >= 20,
      'a secret of 20 characters or more',
    ),
    ifSet(
      'smtp.tls',
      smtp?.tls,
      (tls) => /^(not-)?required$/.test(tls),
      'required or not-required',
    ),
    ifSet('notify.to', notify?.to, isEmail, mailbox),
    ifSet(
      'webhook.url',
      webhook?.url,
      (url) => isUrl(url, /^https?:$/),
      'an address that begins with https://',
    ),
  ];
  return checks
    .filter(([, , right]) => !right)
    .map(([setting, value, , wanted]) => {
      // An address may have a password in it, too.
      const hidden = value === undefined || /\.url$|Secret$/.test(setting);
      const held = hidden ? '' : `, not ${JSON.stringify(value)}`;
      return `"${setting}" must be ${wanted}${held}.`;
    });
}
