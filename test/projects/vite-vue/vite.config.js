import { compileScript, parse } from 'vue/compiler-sfc';

/** Compiles single-file components, as Vue's own plugin does. */
const vue = {
  name: 'vue',
  transform(code, id, options) {
    if (!id.endsWith('.vue')) return null;
    const { descriptor } = parse(code, { filename: id });
    const { content, map } = compileScript(descriptor, {
      id: 'page',
      inlineTemplate: true,
      templateOptions: {
        ssr: options?.ssr === true,
        ssrCssVars: [],
        compilerOptions: { isCustomElement: (tag) => tag.startsWith('handrail-') },
      },
    });
    return { code: content, map, moduleType: 'js' };
  },
};

export default {
  logLevel: 'warn',
  plugins: [vue],
  define: {
    // The development build of Vue tells every mismatch.
    'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV ?? 'production'),
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};
