import type { TemplateResult } from 'lit';
import { html } from '../template/html.ts';
import { msg } from '../i18n/msg.ts';

/** A contact with a name and a number and nothing else (RFC 6350's older form, which every phone reads). */
export function contactCard(name: string, href: string): string {
  const safe = name
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
  const number = href.replace(/^[a-z]+:/, '');
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${safe};;;`,
    `FN:${safe}`,
    `TEL:${number}`,
    'END:VCARD',
    '',
  ].join('\r\n');
}

/** Hands a file to the browser to keep or to open. Its name says nothing of what it is about. */
function download(text: string): void {
  const link = document.createElement('a');
  link.href = `data:text/vcard;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = 'contact.vcf';
  link.click();
}

/** A number that can be kept. */
export interface Kept {
  readonly href: string;
  readonly display: string;
  readonly id: string;
  /** Says aloud what has come of it. */
  readonly report: (sentence: string) => void;
}

/** Lets a person keep a number under a name that they pick, and says what that leaves behind. */
export function keepView({ href, display, id, report }: Kept): TemplateResult {
  const named = (event: Event): string => {
    const box = (event.currentTarget as Element).closest('details')?.querySelector('input');
    return box?.value.trim() || display;
  };
  // A press comes long after the element was drawn in its author's words.
  const open = msg('Open the file “contact.vcf” to add the contact, then delete the file.');
  const [copied, failed] = [
    msg('Copied'),
    msg('Your browser did not copy it. Select the number and copy it yourself.'),
  ];
  const add = (event: Event): void => {
    download(contactCard(named(event), href));
    report(open);
  };
  const copy = (event: Event): void => {
    const name = named(event);
    const text = name === display ? display : `${name} ${display}`;
    navigator.clipboard.writeText(text).then(
      () => report(copied),
      () => report(failed),
    );
  };
  return html`<details class="handrail-card-keep">
    <summary>${msg('Keep this number')}</summary>
    <p>
      ${msg(
        'A contact stays on this device, in its downloads and in any account it shares contacts with. What you copy can be pasted by the next person. Pick a name that gives nothing away.',
      )}
    </p>
    <label class="handrail-label" for=${id}>${msg('Name to keep it under')}</label>
    <input class="handrail-input" id=${id} autocomplete="off" .defaultValue=${msg('Clinic')} />
    <button class="handrail-button" type="button" @click=${add}>${msg('Add to contacts')}</button>
    <button class="handrail-button handrail-quiet" type="button" @click=${copy}>
      ${msg('Copy')}
    </button>
  </details>`;
}
