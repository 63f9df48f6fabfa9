export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/receiver/**', 'src/locales/**', 'src/calendar/**'],
  outdir: '.',
  litelement: true,
};
