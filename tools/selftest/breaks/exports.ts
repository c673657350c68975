import type { Trial } from '../trial.js'

export const exports: Trial = {
  breaks: [
    {
      by: 'types of the wrong kind of module',
      apply: (copy) =>
        copy.write(
          'packages/http/package.json',
          copy.read('packages/http/package.json').replaceAll('index.d.cts', 'index.d.ts'),
        ),
      says: /@tiemchung\/http: FalseESM/,
    },
    {
      by: 'a subpath that node10 cannot find',
      apply: (copy) => copy.replace('packages/core/package.json', '"typesVersions"', '"stray"'),
      says: /@tiemchung\/core: NoResolution \(\.\/crypto, node10/,
    },
    {
      by: 'an entry whose file is not packed',
      apply: (copy) =>
        copy.set(
          'packages/feedback/package.json',
          ['publishConfig', 'exports', './rules', 'import', 'default'],
          './dist/rule.js',
        ),
      says: /@tiemchung\/feedback: publint error: .*rule\.js/,
    },
    {
      by: 'types after the code in the list of conditions',
      apply: (copy) =>
        copy.set('packages/identity/package.json', ['publishConfig', 'exports', '.', 'import'], {
          default: './dist/index.js',
          types: './dist/index.d.ts',
        }),
      says: /@tiemchung\/identity: publint \w+: .*types/,
    },
  ],
}
