import { attempt, disable } from './attempt.ts';

/** What a page can hold that sounds or records, by the means that ends it. */
interface Source {
  pause?(): void;
  close?(): unknown;
  getTracks?(): { stop(): void }[];
  srcObject?: object | null;
}

type Callable = (...args: never[]) => unknown;

/** What makes such a source, or sets one going, by its owner. */
const MAKERS = ['Audio', 'AudioContext', 'webkitAudioContext'];
const RECORDERS = ['getUserMedia', 'getDisplayMedia'];
/** A player that was never put into the document may start without a call. */
const SETTERS = ['src', 'autoplay'];

/**
 * Keeps an eye on all that a page lets sound or record, also where it never stands in the
 * document: `new Audio()`, a video without a place, an `AudioContext`, the camera, the microphone. They
 * are held weakly, and work as they do without it.
 *
 * @returns what makes the page silent, now and for as long as it lasts.
 */
export function watchSound(): () => void {
  const sources = new Set<WeakRef<Source>>();
  let silent = false;

  const stop = (source: Source | null | undefined): void => {
    for (const way of ['pause', 'close'] as const) {
      // Closing an AudioContext answers with a promise, which is rejected where it is closed already.
      attempt(() => void (source?.[way]?.() as Promise<void> | undefined)?.catch(() => undefined));
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
    construct(...call) {
      const made = Reflect.construct(...call) as Source;
      note(made);
      return made;
    },
    apply(...call) {
      const result = Reflect.apply(...call) as Promise<Source> | undefined;
      note(call[1] as Source);
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

  for (const name of MAKERS) watch(self, name);
  for (const name of RECORDERS) watch(navigator.mediaDevices, name);
  attempt(() => {
    const { prototype } = HTMLMediaElement;
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
    [
      (): void => speechSynthesis.cancel(),
      (): unknown => navigator.vibrate(0),
      (): unknown => (navigator.mediaSession.metadata = null),
      (): void => self.documentPictureInPicture?.window?.close(),
    ].forEach(attempt);
    disable(self.speechSynthesis, 'speak');
    disable(navigator, 'vibrate');
  };
}

declare global {
  interface Window {
    /** https://wicg.github.io/document-picture-in-picture/ */
    readonly documentPictureInPicture?: { readonly window?: Window | null };
  }
}
