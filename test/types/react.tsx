import type { ReactElement } from 'react';
import type {} from 'handrail/react';

/** Compiled by test/server/package.test.ts as a React project would, against the published types. */
export const page = (send: (reference: string | null) => void): ReactElement => (
  <>
    <handrail-quick-exit
      shortcut="escape"
      fallback-url="https://www.example.org"
      texts={{ 'Emergency:': 'Urgent:' }}
      id="exit"
    >
      <a href="https://www.bbc.co.uk/weather">Leave this page now</a>
    </handrail-quick-exit>
    <handrail-service-card
      src="/services.json#advice-line"
      heading-level="3"
      keep
      className="card"
    />
    <handrail-format-request
      reply-days={5}
      privacy-url="/privacy"
      purpose="statement"
      onhandrail-request-received={({ reference }) => {
        send(reference);
      }}
    />
  </>
);

// @ts-expect-error: there is no such shortcut.
export const wrong = <handrail-quick-exit shortcut="control" />;
