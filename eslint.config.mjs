import tseslint from 'typescript-eslint';
import regexp from 'eslint-plugin-regexp';
import redos from 'eslint-plugin-redos';

export default tseslint.config(
  { ignores: ['dist', 'dist-test', '.vscode-test', 'node_modules', 'test/**/fixtures'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'tools/**/*.{ts,mts}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { regexp, redos },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The limits are steps, not times: a busy machine would find fault with whatever it is slow at.
      'redos/no-vulnerable': [
        'error',
        {
          timeout: 60_000,
          attackTimeout: null,
          incubationTimeout: null,
          seedingTimeout: null,
          ignoreErrors: false,
        },
      ],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
);
