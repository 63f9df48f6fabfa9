// How long a slow machine takes is no fault of the build's.
const build = { rolldownOptions: { checks: { pluginTimings: false } } };

export default { logLevel: 'warn', build };
