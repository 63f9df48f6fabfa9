import { attempt, disable } from './attempt.ts';

/** What ends a player, an audio context, a device's track or a stream of tracks, where it has it. */
const WAYS = ['stop', 'pause', 'getTracks', 'close'] as const;

type Source = Partial<Record<(typeof WAYS)[number], () => unknown>> &
  EventTarget & { srcObject?: Source | null };

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- as ProxyHandler and Reflect take it
type Callable = Function;

/**
 * Keeps an eye on all that a page lets sound or record, also where it never stands in the document:
 * `new Audio()`, a video without a place, an `AudioContext`, the camera, the microphone. They are held
 * weakly, and work as they do without it.
 *
 * @returns what makes the page silent, now and for as long as it lasts.
 */
export function watchSound(): () => void {
  const sources = new Set<WeakRef<Source>>();
  let silent = false;

  const stop = (source: Source | null | undefined): void => {
    for (const way of WAYS) {
      attempt(() => {
        // Only `getTracks()` gives a list.
        (source?.[way]?.() as Source[] | undefined)?.forEach(stop);
      });
    }
    if (source?.srcObject) stop(source.srcObject);
    // Loaded again, a player may start by itself.
    attempt(() => source?.addEventListener('play', () => source.pause?.()));
  };
  const note = (source: unknown): void => {
    if (!WAYS.some((way) => way in Object(source))) return;
    if (silent) stop(source as Source);
    else sources.add(new WeakRef(source as Source));
  };
  /** Notes what a constructor makes, what a function is called on, and what it gives or promises. */
  const handler: ProxyHandler<Callable> = {
    construct(...call) {
      const made = Reflect.construct(...call) as object;
      note(made);
      return made;
    },
    apply(...call) {
      const result: unknown = Reflect.apply(...call);
      if (result instanceof Promise) {
        note(call[1]);
        result.then(note, () => undefined);
      } else note(result);
      return result;
    },
  };
  /** Watches functions of an object, or of all objects of a class. */
  const watch = (owner: object | undefined, ...names: string[]): void => {
    for (const name of names) {
      attempt(() => {
        const { prototype = owner } = owner as { prototype?: object };
        const functions = prototype as Record<string, Callable>;
        functions[name] = new Proxy(functions[name] as Callable, handler);
      });
    }
  };

  watch(self, 'webkitAudioContext', 'AudioContext', 'Audio');
  watch(navigator.mediaDevices, 'getUserMedia', 'getDisplayMedia');
  watch(self.MediaStreamTrack, 'clone');
  watch(self.HTMLMediaElement, 'play');
  // A player that is never put into the document may start without a call.
  watch(Document, 'createElement');

  return () => {
    silent = true;
    for (const source of sources) stop(source.deref());
    [
      (): void => speechSynthesis.cancel(),
      (): unknown => navigator.vibrate(0),
      (): unknown => (navigator.mediaSession.metadata = null),
      (): unknown => document.pictureInPictureElement && document.exitPictureInPicture(),
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
