import { warn } from '../element/warn.ts';
import type { FormHost } from './form-host.ts';

/** How a request is sent: by the browser, as the author's form, or to a receiver of Handrail's. */
export type Way = 'native' | 'form' | 'handrail';

/** An address as it is declared, absolute; an empty text where none is. */
export function successUrlOf({ successUrl, baseURI }: FormHost): string {
  return successUrl && URL.canParse(successUrl, baseURI) ? new URL(successUrl, baseURI).href : '';
}

/**
 * The way that a page's author has declared.
 *
 * @param receiver - the endpoint's address.
 * @returns `undefined` where the endpoint has to be asked what it is.
 */
export function declaredWay(host: FormHost, receiver: string): Way | undefined {
  const { send, referencePath } = host;
  const success = successUrlOf(host);
  const declared = send || (success || referencePath ? 'form' : '');
  if (declared === 'form') {
    // A script sees where a redirect led only on its own site: elsewhere the browser goes there itself.
    const away = (url: string): boolean => new URL(url).origin !== location.origin;
    return success && (away(success) || away(receiver)) ? 'native' : 'form';
  }
  if (declared === 'native' || declared === 'handrail') return declared;
  if (declared)
    warn(
      `<handrail-format-request send="${declared}"> is not known. It can be: native, form, handrail.`,
    );
  return undefined;
}
