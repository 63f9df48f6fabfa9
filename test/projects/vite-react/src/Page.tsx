import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { RequestReceivedEvent } from 'handrail';
import { localize } from 'handrail/localize.js';
import type {} from 'handrail/react';

interface Props {
  /** The card as the server drew it. The browser does not draw it again: it has the server's. */
  readonly card?: string;
}

export function Page({ card = '' }: Props): ReactElement {
  const [deferred, setDeferred] = useState(true);
  const [reference, setReference] = useState('');
  useEffect(() => {
    void localize().then(() => setDeferred(false));
  }, []);
  const wait = deferred ? '' : undefined;
  return (
    <main>
      <handrail-quick-exit defer-hydration={wait}>
        <a href="https://www.bbc.co.uk/weather">Leave this page now</a>
      </handrail-quick-exit>
      <h1>Advice</h1>
      <div dangerouslySetInnerHTML={{ __html: card }} suppressHydrationWarning />
      <handrail-format-request
        defer-hydration={wait}
        contact-ways="email"
        email="formats@marshwell.example"
        onhandrail-request-received={(event: RequestReceivedEvent) => {
          setReference(event.reference ?? '');
        }}
      >
        <form method="post" action="/requests">
          <label>
            Which document? <input name="document-other" />
          </label>
          <label>
            Your email <input name="email" type="email" />
          </label>
          <button>Send request</button>
        </form>
      </handrail-format-request>
      <output>{reference}</output>
    </main>
  );
}
