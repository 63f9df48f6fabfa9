import { compileScript, parse } from 'vue/compiler-sfc';

const compilerOptions = { isCustomElement: (tag) => tag.startsWith('handrail-') };

/** Compiles single-file components, as Vue's own plugin does. */
const vue = {
  name: 'vue',
  transform(code, id, options) {
    if (!id.endsWith('.vue')) return null;
    const parsed = parse(code, { filename: id, templateParseOptions: compilerOptions });
    const { content, map } = compileScript(parsed.descriptor, {
      id: 'page',
      inlineTemplate: true,
      templateOptions: { ssr: options?.ssr === true, ssrCssVars: [], compilerOptions },
    });
    return { code: content, map, moduleType: 'js' };
  },
};

export default {
  logLevel: 'warn',
  // How long a slow machine takes is no fault of the build's.
  build: { rolldownOptions: { checks: { pluginTimings: false } } },
  plugins: [vue],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    // Tells every mismatch in production too, for the test.
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};
