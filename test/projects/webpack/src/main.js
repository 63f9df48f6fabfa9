// Each comes as a piece of its own, so that the page's own script is small.
const [{ localize }] = await Promise.all([
  import('handrail/localize.js'),
  import('handrail/quick-exit/define.js'),
]);
await localize();
await Promise.all([
  import('handrail/format-request/define.js'),
  import('handrail/service-card/define.js'),
]);
