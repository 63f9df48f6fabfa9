export default {
  logLevel: 'warn',
  // The development build of React tells every mismatch; the one for production only some.
  define: { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV ?? 'production') },
};
