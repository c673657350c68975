/** Breaks of the guards that compile or run something: types, documentation, tests, privacy. */
import { type Break, stray } from './break.js'

const index = 'packages/core/src/index.ts'

const typed: readonly Break[] = [
  {
    guard: 'types',
    by: 'a wrong type',
    apply: (copy) => copy.write(stray('type'), "export const count: number = 'one'\n"),
    says: /stray-type\.ts\(1,14\): error TS2322/,
  },
  {
    guard: 'types-bare',
    by: 'a DOM type in a public signature',
    apply: (copy) => {
      copy.write(stray('dom'), 'export type Shown = HTMLElement\n')
      copy.append(index, "export type { Shown } from './stray-dom.js'\n")
    },
    says: /stray-dom\.d\.ts:1: with Node types only/,
  },
  {
    guard: 'types-bare',
    by: 'a Node type in a public signature',
    apply: (copy) => {
      copy.write(stray('buffer'), 'export type Held = Buffer\n')
      copy.append(index, "export type { Held } from './stray-buffer.js'\n")
    },
    says: /stray-buffer\.d\.ts:1: with DOM types only/,
  },
]

const documented: readonly Break[] = [
  {
    guard: 'docs',
    by: 'a page without its twin',
    apply: (copy) => copy.write('docs/en/lonely.md', '# Lonely\n'),
    says: /docs\/vi\/lonely\.md: the twin page is missing/,
  },
  {
    guard: 'docs',
    by: 'a heading that its twin lacks',
    apply: (copy) => copy.append('docs/en/glossary.md', '\n## More words\n'),
    says: /docs\/vi\/glossary\.md: headings/,
  },
  {
    guard: 'docs',
    by: 'a link that leads nowhere',
    apply: (copy) => copy.append('SUPPORT.md', '\n[gone](docs/en/gone.md)\n'),
    says: /SUPPORT\.md: docs\/en\/gone\.md leads nowhere/,
  },
  {
    guard: 'docs',
    by: 'an anchor that is not there',
    apply: (copy) => copy.append('SUPPORT.md', '\n[gone](docs/en/glossary.md#gone)\n'),
    says: /glossary\.md#gone has no such anchor/,
  },
  {
    guard: 'docs',
    by: 'a new error code that the page lacks',
    apply: (copy) => copy.replace('packages/core/src/errors.ts', "'parse.hex'", "'parse.stray'"),
    says: /docs\/en\/errors\.md is out of date/,
  },
  {
    guard: 'snippets',
    by: 'a README block that does not compile',
    apply: (copy) => copy.append('docs/en/start.md', '\n```ts\nconst one: number = "1"\n```\n'),
    says: /docs\/en\/start\.md:\d+: Type 'string'/,
  },
  {
    guard: 'snippets',
    by: 'an example in a doc comment that does not compile',
    apply: (copy) =>
      copy.write(
        stray('example'),
        '/**\n * One.\n *\n * @example\n * ```ts\n * missing()\n * ```\n */\nexport const one = 1\n',
      ),
    says: /stray-example\.ts:6: Cannot find name 'missing'/,
  },
  {
    guard: 'snippets',
    by: 'a run block that fails',
    apply: (copy) => copy.append('docs/vi/start.md', "\n```ts run\nthrow new Error('no')\n```\n"),
    says: /docs\/vi\/start\.md:\d+: ended with 1/,
  },
  {
    guard: 'typedoc',
    by: 'an export without a doc comment',
    apply: (copy) => {
      copy.write(stray('silent'), 'export const silent = 1\n')
      copy.append(index, "export { silent } from './stray-silent.js'\n")
    },
    says: /silent.*does not have any documentation/,
  },
  {
    guard: 'typedoc',
    by: 'a link to nothing in a doc comment',
    apply: (copy) => {
      copy.write(stray('link'), '/** See {@link Nowhere}. */\nexport const linked = 1\n')
      copy.append(index, "export { linked } from './stray-link.js'\n")
    },
    says: /Failed to resolve link to "Nowhere"/,
  },
]

const used: readonly Break[] = [
  {
    guard: 'unused',
    by: 'a file that nobody imports',
    apply: (copy) => copy.write(stray('file'), 'export const stray = 1\n'),
    says: /stray-file\.ts/,
  },
  {
    guard: 'unused',
    by: 'an export that nobody imports',
    apply: (copy) =>
      copy.append(
        'packages/core/src/redact.ts',
        '\n/** Nobody asks. */\nexport const strayed = 1\n',
      ),
    says: /strayed/,
  },
  {
    guard: 'unused',
    by: 'a dependency that nobody imports',
    apply: (copy) =>
      copy.replace(
        'packages/core/package.json',
        /\n}\s*$/,
        ',\n  "dependencies": { "stray-dependency": "1.0.0" }\n}\n',
      ),
    says: /stray-dependency/,
    also: ['format', 'manifests'],
  },
]

/** A public function of core that treats the text it is given in a careless way. */
function careless(name: string, by: string, body: string, says: RegExp): Break {
  return {
    guard: 'privacy',
    by,
    apply: (copy) => {
      copy.write(
        stray(name),
        `import { errorCatalogue } from './errors.js'\nimport { ParseError } from './sdk-error.js'\n\n/** Careless. */\nexport function ${name}(text: string): never {\n  ${body}\n  throw new ParseError(errorCatalogue, 'parse.hex')\n}\n`,
      )
      copy.append(index, `export { ${name} } from './stray-${name}.js'\n`)
    },
    says,
  }
}

const tested: readonly Break[] = [
  careless('thrown', 'a name in a message', 'if (text) throw new Error(text)', /core#thrown/),
  careless('logged', 'a name on the console', 'console.log(text)', /core#logged/),
  careless(
    'pathed',
    'a name in the path of an error',
    "if (text) throw new ParseError(errorCatalogue, 'parse.hex', { path: [text] })",
    /core#pathed/,
  ),
  careless(
    'attached',
    'a name in a field of an error',
    "if (text) throw Object.assign(new ParseError(errorCatalogue, 'parse.hex'), { input: text })",
    /core#attached/,
  ),
  careless(
    'demanding',
    'an export that the battery cannot reach',
    "if (typeof text !== 'bigint') throw new TypeError('wrong')",
    /core#demanding/,
  ),
  {
    guard: 'unit',
    by: 'a test that fails',
    apply: (copy) =>
      copy.write(
        'packages/core/src/stray-fails.test.ts',
        "import { expect, it } from 'vitest'\n\nit('counts', () => {\n  expect(1).toBe(2)\n})\n",
      ),
    says: /stray-fails\.test\.ts: counts/,
  },
  {
    guard: 'unit',
    by: 'a test file that does not load',
    apply: (copy) =>
      copy.write('packages/core/src/stray-loads.test.ts', "import './stray-not-there.js'\n"),
    says: /stray-not-there/,
  },
  {
    guard: 'unit',
    by: 'a rejection that nobody catches',
    apply: (copy) =>
      copy.write(
        'packages/core/src/stray-rejects.test.ts',
        "import { it } from 'vitest'\n\nit('forgets', () => {\n  void Promise.reject(new Error('nobody caught this'))\n})\n",
      ),
    says: /nobody caught this/,
  },
  {
    guard: 'unit',
    by: 'source that no test reaches',
    apply: (copy) =>
      copy.write(
        stray('uncovered'),
        `export function stray(x: number): number {\n${'  x += 1\n'.repeat(30)}  return x\n}\n`,
      ),
    says: /core: lines \d+\.\d+ %/,
  },
]

export const meaningBreaks: readonly Break[] = [...typed, ...documented, ...used, ...tested]
