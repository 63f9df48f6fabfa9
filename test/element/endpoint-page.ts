/** What was posted since the test began: where to, and what. */
export let posts: { url: string; body: FormData; init: RequestInit }[];

/** Has each POST answered as told, the last answer for good; whatever else is asked is not found. */
export function endpoint(...answers: (() => Response)[]): void {
  posts = [];
  window.fetch = async (url, init = {}) => {
    if (init.method !== 'POST') return new Response(null, { status: 404 });
    const { body: sent } = init;
    const type = sent instanceof URLSearchParams ? undefined : {};
    // WebKit reads no file back out of a response.
    const files = sent instanceof FormData && [...sent.values()].some((one) => one instanceof File);
    const body = files ? sent : await new Response(sent, type).formData();
    posts.push({ url: url instanceof Request ? url.url : url.toString(), body, init });
    return (answers[posts.length - 1] ?? answers.at(-1))?.() ?? Response.error();
  };
}

/** Has what the browser posts itself kept from going out, and noted instead. */
export function native(): { form: HTMLFormElement; body: FormData }[] {
  const seen: { form: HTMLFormElement; body: FormData }[] = [];
  const { value: real } = Object.getOwnPropertyDescriptor(
    HTMLFormElement.prototype,
    'submit',
  ) as TypedPropertyDescriptor<() => void>;
  HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
    seen.push({ form: this, body: new FormData(this) });
  };
  restoreSubmit = () => real && (HTMLFormElement.prototype.submit = real);
  return seen;
}
/** Has the browser post again what it is told to. */
export let restoreSubmit = (): unknown => undefined;
afterEach(() => restoreSubmit());
