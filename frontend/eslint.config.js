import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

// Imports point one way only: pages → components → composables → queries → api → i18n, player → lib.
const layers = ['pages', 'components', 'composables', 'queries', 'api', 'player', 'i18n', 'lib']

const direction = layers.slice(1).map((layer) => {
  const above = layers.slice(0, layers.indexOf(layer))
  return {
    files: [`src/${layer}/**/*.{ts,vue}`],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: above.flatMap((name) => [`@/${name}/**`, `../${name}/**`]),
              message: `${layer} is below: imports point down, ${layers.join(' → ')}.`,
            },
          ],
        },
      ],
    },
  }
})

export default defineConfig(
  { ignores: ['node_modules', 'coverage', 'test-results', 'playwright-report', 'src/api/schema.d.ts'] },
  tseslint.configs.strict,
  vue.configs['flat/recommended'],
  a11y.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    rules: {
      'max-lines': ['error', { max: 250 }],
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': ['error', { allowBinding: true }],
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      // Layout of markup is the formatter's.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // Safari drops the list role of a styled list; the explicit role brings it back.
      'vuejs-accessibility/no-redundant-roles': 'off',
    },
  },
  { files: ['src/components/**/*.vue'], rules: { 'max-lines': ['error', { max: 150 }] } },
  { files: ['src/composables/**/*.ts'], rules: { 'max-lines': ['error', { max: 100 }] } },
  { files: ['src/pages/**/*.vue'], rules: { 'max-lines': ['error', { max: 200 }] } },
  ...direction,
)
