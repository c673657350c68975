import type { Trial } from '../trial.js'

/** Each kind of consumer meets a fault of its own, made in what is published. */
export const consumers: Trial = {
  breaks: [
    {
      by: 'esm: a dependency that the manifest forgets',
      apply: (copy) =>
        copy.set('packages/cli/package.json', ['dependencies', 'commander'], undefined),
      says: /esm: .*commander/,
    },
    {
      by: 'cjs: an entry that cannot be required',
      apply: (copy) =>
        copy.set(
          'packages/http/package.json',
          ['publishConfig', 'exports', '.', 'require'],
          undefined,
        ),
      says: /cjs: .*@tiemchung.http/,
    },
    {
      by: 'ts-nodenext: the types of another entry',
      apply: (copy) =>
        copy.set(
          'packages/core/package.json',
          ['publishConfig', 'exports', './crypto', 'import', 'types'],
          './dist/index.d.ts',
        ),
      says: /ts-nodenext: .*CryptoProvider/,
    },
    {
      by: 'ts-commonjs: a subpath that node10 cannot find',
      apply: (copy) => copy.set('packages/certificates/package.json', ['typesVersions'], undefined),
      says: /ts-commonjs: .*@tiemchung\/certificates\/envelope/,
    },
    {
      by: 'vite: the file for Node in a browser',
      apply: (copy) =>
        copy.set(
          'packages/core/package.json',
          ['publishConfig', 'imports', '#crypto', 'default', 'import'],
          './dist/crypto/platform.node.js',
        ),
      says: /vite: .*node:crypto.*externalized/,
    },
    {
      by: 'browser-bundle: the same',
      apply: () => {},
      says: /browser-bundle: .*node:crypto/,
    },
  ],
}
