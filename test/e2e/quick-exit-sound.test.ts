import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import type { Engine } from './real-browser.ts';
import { comesTrue, until } from './screen.ts';
import { PAINT, Sites } from './quick-exit-sites.ts';
import type { SitePage } from './quick-exit-sites.ts';

/** How many times a covered page is heard. */
const HEARD = 7;

/** How often the screen is looked at where a page says nothing any more. */
const LOOKS = 100;

/** A spot on which every page of the visited site has its ground: a click on it lets the page sound. */
const GROUND = { x: 700, y: 620 };

/** How one page sounds, records or shows itself beside its window. */
interface Source extends SitePage {
  /** What does so, as the end of "Silences …". */
  readonly name: string;
  /** Sets it going, on a click. A page in a frame does without. */
  readonly start?: string;
  /** Whether it goes on. It is asked every tenth of a second, by a worker: the exit takes timers away. */
  readonly goes?: string;
  /** Sets it going again, each time it is asked after the exit. */
  readonly again?: string;
  /** What the page says of itself after the exit; a frame ends with the page, and says nothing. */
  readonly expects?: 'silent' | 'nothing';
  /** Whether the browser takes its time to close what it shows beside the window. */
  readonly closes?: true;
  /** The engines in which it can be tried. */
  readonly engines?: readonly Engine[];
}

/** A script that sets a source going and tells whether it goes on. */
const telling = ({ start = '', goes = 'false', again = '' }: Source): string => `
  let started = false;
  addEventListener('click', async () => {
    if (started) return;
    started = true;
    note('started');
    try { ${start} } catch (error) { note('cannot: ' + error); }
  });
  const worker = new Worker('/a.worker.js');
  worker.onmessage = () => {
    note((started && (${goes}) ? 'sounds ' : 'silent ') + Date.now());
    if (!document.body) { ${again} }
    worker.postMessage(100);
  };
  worker.postMessage(100);`;

const PLAYS = 'self.media && !media.paused';
const RUNS = "self.context && context.state !== 'closed'";
const LIVE = "self.tracks?.some((track) => track.readyState === 'live')";
/** The engines that have a camera and a microphone here, and those that show anything beside their window. */
const CAPTURE: readonly Engine[] = ['chromium', 'firefox'];
const BESIDE: readonly Engine[] = ['chromium', 'firefox'];

/** A spy in the place of a platform function: what is called is noted, and goes on as long as it says. */
const SPY = (owner: string, call: string, end: string): string =>
  `if (self.${owner} && '${call}' in ${owner}.prototype) {
     self.going = false;
     ${owner}.prototype.${call} = (...given) => { self.going = given[0] !== 0; return true; };
     ${end}
   }`;

/** Ways in which a page sounds: HTML "Media elements", Web Audio, Web Speech, Vibration. */
const SOUNDS: readonly Source[] = [
  {
    name: 'an <audio> in the page',
    body: '<audio loop src="/tone.wav"></audio>',
    start: "self.media = document.querySelector('audio'); await media.play();",
    goes: PLAYS,
  },
  {
    name: 'new Audio() that is never put into the page',
    start:
      "self.media = new Audio('/tone.wav'); media.loop = true; await HTMLMediaElement.prototype.play.call(media);",
    goes: PLAYS,
  },
  {
    name: 'an element that starts by its autoplay property and is never put into the page',
    start:
      "self.media = document.createElement('audio'); media.loop = true; media.autoplay = true; media.src = '/tone.wav';",
    goes: PLAYS,
  },
  {
    name: 'an element that starts by its attributes and is never put into the page',
    start:
      "self.media = document.createElement('audio'); for (const [name, value] of [['loop', ''], ['autoplay', ''], ['src', '/tone.wav']]) media.setAttribute(name, value);",
    goes: PLAYS,
  },
  {
    name: 'a <video> in a closed shadow root',
    body: '<div id="host"></div>',
    start:
      "self.media = document.createElement('video'); document.querySelector('#host').attachShadow({ mode: 'closed' }).append(media); media.loop = true; media.setAttribute('src', '/tone.wav'); await media.play();",
    goes: PLAYS,
  },
  {
    name: 'media that the page’s code plays again',
    body: '<audio loop src="/tone.wav"></audio>',
    start: "self.media = document.querySelector('audio'); await media.play();",
    goes: PLAYS,
    again: 'media.play().catch(() => 0);',
  },
  {
    name: 'media that the page’s code loads again, to start by itself',
    start:
      "self.media = new Audio(); media.loop = true; media.autoplay = true; media.src = '/tone.wav';",
    goes: PLAYS,
    again: 'if (!self.loaded) { self.loaded = true; media.load(); }',
  },
  {
    name: 'media that the page’s code makes after the exit',
    start: "self.media = new Audio('/tone.wav'); media.loop = true; await media.play();",
    goes: PLAYS,
    again:
      "if (!self.made) { self.made = true; media = new Audio(); media.autoplay = true; media.src = '/tone.wav'; media.play().catch(() => 0); }",
  },
  {
    name: 'media that starts by its attributes, made after the exit',
    start: "self.media = new Audio('/tone.wav'); media.loop = true; await media.play();",
    goes: PLAYS,
    again:
      "if (!self.made) { self.made = true; media = document.createElement('audio'); for (const [name, value] of [['loop', ''], ['autoplay', ''], ['src', '/tone.wav?2']]) media.setAttribute(name, value); }",
  },
  {
    name: 'media that plays on in its ended and pause listeners',
    start:
      "self.media = new Audio('/tone.wav'); for (const type of ['pause', 'ended']) media.addEventListener(type, () => media.play().catch(() => 0)); await media.play();",
    goes: PLAYS,
  },
  {
    name: 'an AudioContext',
    start:
      'self.context = new AudioContext(); const tone = context.createOscillator(); tone.connect(context.destination); tone.start(); await context.resume();',
    goes: RUNS,
  },
  {
    name: 'an AudioContext of a class of the page’s own, taken up again after the exit',
    start:
      'self.context = new (class extends AudioContext {})(); const tone = context.createOscillator(); tone.connect(context.destination); tone.start(); await context.resume();',
    goes: RUNS,
    again: 'context.resume().catch(() => 0);',
  },
  {
    name: 'an AudioContext that the page’s code makes after the exit',
    start: 'self.context = new AudioContext(); await context.resume();',
    goes: RUNS,
    again:
      'if (!self.made) { self.made = true; context = new AudioContext(); context.resume().catch(() => 0); }',
  },
  {
    name: 'a voice',
    early: SPY(
      'SpeechSynthesis',
      'speak',
      'SpeechSynthesis.prototype.cancel = () => { self.going = false; };',
    ),
    start: "speechSynthesis.speak(new SpeechSynthesisUtterance('Support after abuse'));",
    goes: 'self.going',
    again: 'speechSynthesis.speak(new SpeechSynthesisUtterance("Support"));',
  },
  {
    name: 'vibration',
    engines: ['chromium'],
    early: SPY('Navigator', 'vibrate', ''),
    start: 'navigator.vibrate([200, 100, 200]);',
    goes: 'self.going',
    again: 'navigator.vibrate(200);',
  },
  {
    name: 'an <audio> in a frame',
    body: '<iframe src="/frame/1" class="widget"></iframe>',
    expects: 'nothing',
  },
];

/** Ways in which a page records or shows itself elsewhere: Media Capture, Media Session, Picture-in-Picture. */
const DEVICES: readonly Source[] = [
  {
    name: 'the camera and the microphone',
    engines: CAPTURE,
    start:
      'self.tracks = (await navigator.mediaDevices.getUserMedia({ audio: true, video: true })).getTracks();',
    goes: LIVE,
  },
  {
    name: 'a copy of the microphone’s track',
    engines: CAPTURE,
    start:
      'self.tracks = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks().map((track) => track.clone());',
    goes: LIVE,
  },
  {
    name: 'a copy of the camera’s stream that a video shows',
    engines: CAPTURE,
    body: '<video></video>',
    start:
      "const stream = (await navigator.mediaDevices.getUserMedia({ video: true })).clone(); self.tracks = stream.getTracks(); const v = document.querySelector('video'); v.srcObject = stream; await v.play();",
    goes: LIVE,
  },
  {
    name: 'the microphone that is asked for after the exit',
    engines: CAPTURE,
    start:
      'self.tracks = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks();',
    goes: LIVE,
    again:
      'if (!self.asked) { self.asked = true; navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => { tracks = stream.getTracks(); }, () => 0); }',
  },
  {
    name: 'what the system’s media controls name',
    start:
      "navigator.mediaSession.metadata = new MediaMetadata({ title: 'Support after abuse' }); self.media = new Audio('/tone.wav'); media.loop = true; await media.play();",
    goes: 'navigator.mediaSession?.metadata',
  },
  {
    name: 'a video’s picture in picture',
    engines: BESIDE,
    closes: true,
    body: '<canvas width="60" height="60"></canvas><video muted></video>',
    start:
      "const canvas = document.querySelector('canvas'), v = document.querySelector('video'); const paint = canvas.getContext('2d'); paint.fillStyle = '#ff0080'; const draw = () => { paint.fillRect(0, 0, 60, 60); requestAnimationFrame(draw); }; draw(); v.srcObject = canvas.captureStream(); await v.play(); await v.requestPictureInPicture();",
    goes: 'document.pictureInPictureElement',
  },
  {
    name: 'a document’s picture in picture',
    engines: BESIDE,
    start:
      "document.querySelector('.leave').style.inset = '470px auto auto 640px'; const other = await documentPictureInPicture.requestWindow({ width: 240, height: 200 }); other.document.body.style.background = '#ff0080';",
    goes: 'self.documentPictureInPicture?.window',
  },
];

const FRAME: Source = {
  name: '',
  exit: '',
  body: '<audio loop src="/tone.wav"></audio>',
  goes: PLAYS,
};

const KINDS: Readonly<Record<string, readonly Source[]>> = {
  'what sounds': SOUNDS,
  'what records, and what shows beside the window': DEVICES,
};

for (const engine of ENGINES) {
  for (const [kind, sources] of Object.entries(KINDS)) {
    describe(`The way out and ${kind}, in a real window of ${engine}`, () => {
      const pages = sources.map((source): [string, Source] => {
        const script = source.start === undefined ? undefined : telling(source);
        return [`/s${String(sources.indexOf(source))}/p5`, script ? { ...source, script } : source];
      });
      let sites: Sites;
      let browser: RealBrowser;
      before(async () => {
        const frame = `${telling(FRAME)} started = true; self.media = document.querySelector('audio'); parent.addEventListener('click', () => media.play());`;
        sites = await Sites.start({
          ...Object.fromEntries(pages),
          '/frame/1': { ...FRAME, script: frame },
        });
        browser = await RealBrowser.open(engine, sites.search, { capture: true });
        await browser.screen.untilShows(PAINT.search);
      });
      after(async () => {
        await browser.close();
        await sites.stop();
      });

      for (const [path, { name, expects = 'silent', closes, engines = ENGINES }] of pages) {
        if (!engines.includes(engine)) continue;
        it(`silences ${name}`, async () => {
          const { screen } = browser;
          await sites.visit(browser, path, () => screen.colourAt(GROUND) === PAINT.visit);
          await screen.untilShows(PAINT.exit);
          await screen.settled();
          sites.arrivals.length = 0;
          sites.notes.length = 0;
          await until('a click that the page takes', async () => {
            await screen.xdotool('mousemove', String(GROUND.x), String(GROUND.y), 'click', '1');
            return await comesTrue(() =>
              sites.notes.some((text) => /^(started|sounds)/.test(text)),
            );
          });
          await until('a sound before the exit', () => {
            assert.ok(!sites.notes.some((text) => text.startsWith('cannot')), sites.notes.join());
            return sites.notes.some((text) => text.startsWith('sounds'));
          });
          // A window that is to open beside the page may open on the exit, after the place to press was found.
          if (/picture in picture/.test(name)) await screen.untilShows(PAINT.widget);
          sites.hold();
          try {
            await screen.pressOnce(PAINT.exit);
            await sites.untilArrived(1);
            await until('a covered page', () => screen.colourAt(GROUND) !== PAINT.visit);
            const looks = screen.watch(PAINT.widget);
            if (closes) await until('a closed window', () => !screen.shows(PAINT.widget));
            // What the page said before may come late: this process hears nothing while it looks.
            const covered = Date.now();
            const heard = (): string[] =>
              sites.notes
                .map((text) => text.split(' '))
                .filter(([, time]) => Number(time) > covered)
                .map(([state = '']) => state);
            const enough = (): boolean =>
              expects === 'silent' ? heard().length >= HEARD : looks.looks() >= LOOKS;
            await until('enough heard of the covered page', enough);
            looks.stop();
            assert.deepEqual(
              { said: [...new Set(heard())], beside: screen.shows(PAINT.widget) },
              { said: expects === 'silent' ? ['silent'] : [], beside: false },
            );
          } finally {
            sites.release();
          }
          await screen.untilShows(PAINT.destination);
        });
      }
    });
  }
}
