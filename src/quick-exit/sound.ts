import { attempt, disable } from './attempt.ts';

/** What a page can hold that sounds, records or listens, by the means that ends it. */
interface Source {
  pause?(): void;
  close?(): unknown;
  abort?(): void;
  getTracks?(): { stop(): void }[];
  srcObject?: object | null;
}

type Callable = (...args: never[]) => unknown;

/** What makes such a source, or sets one going, by its owner. */
const MAKERS = [
  'Audio',
  'AudioContext',
  'webkitAudioContext',
  'SpeechRecognition',
  'webkitSpeechRecognition',
];
const RECORDERS = ['getUserMedia', 'getDisplayMedia'];
/** A player that was never put into the document may start without a call. */
const SETTERS = ['src', 'srcObject', 'autoplay'];

/**
 * Keeps an eye on all that a page lets sound, record or listen, also where it never stands in the
 * document: `new Audio()`, a video without a place, an `AudioContext`, the camera, the microphone. They
 * are held weakly, and work as they do without it.
 *
 * @param page - the page's window.
 * @returns what makes the page silent, now and for as long as it lasts.
 */
export function watchSound(page: Window & typeof globalThis): () => void {
  const { navigator, document } = page;
  const sources = new Set<WeakRef<Source>>();
  let silent = false;

  const stop = (source: Source | null | undefined): void => {
    for (const way of ['pause', 'close', 'abort'] as const) {
      // Closing an AudioContext answers with a promise, which is rejected where it is closed already.
      attempt(() => (source?.[way]?.() as Promise<void> | undefined)?.catch(() => undefined));
    }
    attempt(() => source?.getTracks?.().forEach((track) => track.stop()));
    if (source?.srcObject) stop(source.srcObject);
  };
  const note = (source: Source | undefined): void => {
    if (silent) stop(source);
    else if (source) sources.add(new WeakRef(source));
  };
  /** Notes what a constructor makes, what a function is called on, and what it promises. */
  const handler: ProxyHandler<Callable> = {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args, newTarget) as Source;
      note(made);
      return made;
    },
    apply(target, self, args) {
      const result = Reflect.apply(target, self, args) as Promise<Source> | undefined;
      note(self as Source);
      result?.then(note, () => undefined);
      return result;
    },
  };
  const watch = (owner: object | undefined, name: string): void => {
    attempt(() => {
      const functions = owner as Record<string, Callable>;
      functions[name] = new Proxy(functions[name] as Callable, handler);
    });
  };

  for (const name of MAKERS) watch(page, name);
  for (const name of RECORDERS) watch(navigator.mediaDevices, name);
  attempt(() => {
    const { prototype } = page.HTMLMediaElement;
    watch(prototype, 'play');
    for (const name of SETTERS) {
      const property = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
      watch(property, 'set');
      Object.defineProperty(prototype, name, property);
    }
  });

  return () => {
    silent = true;
    document.querySelectorAll<HTMLMediaElement>('audio,video').forEach(stop);
    for (const source of sources) stop(source.deref());
    attempt(() => page.speechSynthesis.cancel());
    attempt(() => navigator.vibrate(0));
    attempt(() => (navigator.mediaSession.metadata = null));
    attempt(() => page.documentPictureInPicture?.window?.close());
    disable(page.speechSynthesis, 'speak');
    disable(navigator, 'vibrate');
  };
}

declare global {
  interface Window {
    /** https://wicg.github.io/document-picture-in-picture/ */
    readonly documentPictureInPicture?: { readonly window?: Window | null };
  }
}
