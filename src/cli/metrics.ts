import type { RequestListener } from 'node:http';
import { OPEN_STATES } from '../receiver/index.ts';
import type { Figures, LogEntry } from '../receiver/index.ts';

interface Metric {
  readonly type: 'counter' | 'gauge';
  /** One sentence, for the scraper and for docs/receiver.md. */
  readonly help: string;
  readonly labels: readonly string[];
}

/** Every metric. Counters begin at 0 with the process; gauges about the store are read when asked for. */
export const METRICS = {
  handrail_answers_total: {
    type: 'counter',
    help: 'Answers given, by HTTP status and by what became of what was posted; code is ok where something was only shown.',
    labels: ['status', 'code'],
  },
  handrail_store_failures_total: {
    type: 'counter',
    help: 'Times that the database could not be written or read.',
    labels: [],
  },
  handrail_store_up: {
    type: 'gauge',
    help: '1 where the database can be read; 0 where it cannot, and the gauges below are missing.',
    labels: [],
  },
  handrail_requests: {
    type: 'gauge',
    help: 'Requests kept, by state: new, acknowledged, in-progress, done, quarantined or spam.',
    labels: ['state'],
  },
  handrail_requests_overdue: {
    type: 'gauge',
    help: 'Open requests that were to be answered before today, by the date in London.',
    labels: [],
  },
  handrail_messages: {
    type: 'gauge',
    help: 'Messages that wait to go out, or were given up, by channel and state.',
    labels: ['channel', 'state'],
  },
  handrail_message_oldest_seconds: {
    type: 'gauge',
    help: 'How long ago the request came in that has waited the longest to go out over a channel.',
    labels: ['channel'],
  },
  process_resident_memory_bytes: {
    type: 'gauge',
    help: 'Memory that the process has in use.',
    labels: [],
  },
  process_start_time_seconds: {
    type: 'gauge',
    help: 'When the process started, in seconds since 1970.',
    labels: [],
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;

/** A value with its labels, in the order of the metric's own. */
type Sample = readonly [labels: readonly string[], value: number];
type Samples = Readonly<Partial<Record<MetricName, readonly Sample[]>>>;

function label(name: string, value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `${name}="${escaped}"`;
}

/** Writes samples in Prometheus's text format, version 0.0.4. */
function exposition(samples: Samples): string {
  return (Object.keys(METRICS) as MetricName[])
    .map((name) => {
      const { type, help, labels } = METRICS[name];
      const lines = (samples[name] ?? []).map(([values, value]) => {
        const said = labels.map((one, at) => label(one, values[at] ?? '')).join(',');
        return `${name}${said === '' ? '' : `{${said}}`} ${String(value)}\n`;
      });
      if (lines.length === 0) return '';
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
    })
    .join('');
}

/** What the figures of the store come to, as samples. */
function ofStore({ requests, messages }: Figures, now: Date): Samples {
  const open = requests.filter(({ state }) => (OPEN_STATES as readonly string[]).includes(state));
  const overdue = open.reduce((sum, { overdue: late }) => sum + late, 0);
  return {
    handrail_requests: requests.map(({ state, count }) => [[state], count]),
    handrail_requests_overdue: [[[], overdue]],
    handrail_messages: messages.map(({ channel, state, count }) => [[channel, state], count]),
    handrail_message_oldest_seconds: messages
      .filter(({ state }) => state === 'waiting')
      .map(({ channel, oldest }) => [
        [channel],
        Math.max(0, (now.getTime() - Date.parse(oldest)) / 1000),
      ]),
  };
}

/** Counts what the receiver does, and writes it down when asked. */
export interface Metrics {
  answered(entry: LogEntry): void;
  storeFailed(): void;
  /** @param figures - reads the store. Where that fails, the rest is written. */
  text(figures: () => Promise<Figures>, now: Date): Promise<string>;
}

export function createMetrics(): Metrics {
  const answers = new Map<string, { readonly labels: readonly string[]; count: number }>();
  let failures = 0;
  return {
    answered: ({ status, code = 'ok' }) => {
      const labels = [String(status), code];
      const known = answers.get(labels.join(' ')) ?? { labels, count: 0 };
      known.count += 1;
      answers.set(labels.join(' '), known);
    },
    storeFailed: () => {
      failures += 1;
    },
    text: async (figures, now) => {
      const read = await figures().catch(() => undefined);
      return exposition({
        handrail_answers_total: [...answers.values()].map(({ labels, count }) => [labels, count]),
        handrail_store_failures_total: [[[], failures]],
        handrail_store_up: [[[], read === undefined ? 0 : 1]],
        ...(read !== undefined && ofStore(read, now)),
        process_resident_memory_bytes: [[[], process.memoryUsage.rss()]],
        process_start_time_seconds: [[[], performance.timeOrigin / 1000]],
      });
    },
  };
}

/**
 * Answers scrapers, on a port of its own: behind a proxy on the same machine everybody comes from it, so that
 * the receiver's own port could not tell a scraper from a stranger.
 */
export function metricsListener(read: () => Promise<string>): RequestListener {
  // Those who ask at the same time share one look at the store.
  let reading: Promise<string> | undefined;
  return ({ method, url = '' }, response) => {
    response.on('error', () => undefined);
    if (!['GET', 'HEAD'].includes(method ?? '') || url.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Metrics are at /metrics.\n');
      return;
    }
    reading ??= read().finally(() => {
      reading = undefined;
    });
    void reading.then((text) => {
      response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(text);
    });
  };
}
