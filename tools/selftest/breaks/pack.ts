import type { Trial } from '../trial.js'

export const pack: Trial = {
  breaks: [
    {
      by: 'a package without its Vietnamese README',
      apply: (copy) => copy.remove('packages/core/README.vi.md'),
      says: /core: README\.vi\.md is missing/,
    },
    {
      by: 'source inside a tarball',
      apply: (copy) => copy.replace('packages/http/package.json', '"dist",', '"dist", "src",'),
      says: /http: src\/index\.ts is source/,
    },
    {
      by: 'the source condition in a published manifest',
      apply: (copy) => copy.replace('packages/cli/package.json', '"publishConfig"', '"stray"'),
      says: /cli: package\.json names @tiemchung\/source/,
    },
  ],
}
