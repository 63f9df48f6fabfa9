/** Runs first on the contract's host page and writes down what happens to it. */
const record = { listeners: 0, faults: [] };
window.record = record;

/** The one way in which this page lets a script be added. */
window.hostPolicy = window.trustedTypes?.createPolicy('host', { createScriptURL: (url) => url });

for (const target of [window, document]) {
  const { addEventListener, removeEventListener } = target;
  const live = new Set();
  const key = (type, listener) => {
    listener.recorded ??= Math.random();
    return `${type} ${listener.recorded}`;
  };
  target.addEventListener = function (type, listener, ...rest) {
    if (listener) {
      live.add(key(type, listener));
      record.listeners = record.listeners + 1;
    }
    return addEventListener.call(target, type, listener, ...rest);
  };
  target.removeEventListener = function (type, listener, ...rest) {
    if (listener && live.delete(key(type, listener))) record.listeners = record.listeners - 1;
    return removeEventListener.call(target, type, listener, ...rest);
  };
}

document.addEventListener('securitypolicyviolation', (event) => {
  record.faults.push(`${event.violatedDirective} ${event.sample} ${event.blockedURI}`);
});
window.addEventListener('error', (event) => record.faults.push(event.message));
window.addEventListener('unhandledrejection', (event) => record.faults.push(String(event.reason)));
