import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv/**", "build/**", "demo/**", "docs/**", "**/*.min.js"] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-implicit-globals": "error",
      "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "outerHTML" }],
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["netgraph/pages/template/*.js", "netgraph/web/static/page.js"],
    languageOptions: { globals: { ...globals.browser, vis: "readonly" } },
  },
  {
    files: ["netgraph/web/static/*.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
  },
  { files: ["tests/pages/scripts/*.mjs"], languageOptions: { globals: globals.node } },
];
