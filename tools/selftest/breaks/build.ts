import type { Trial } from '../trial.js'

export const build: Trial = {
  breaks: [
    {
      by: 'source that does not compile',
      apply: (copy) =>
        copy.append('packages/cli/src/index.ts', "\nexport const stray: number = 'text'\n"),
      says: /cli: packages.cli.src.index\.ts:\d+: TS2322/,
    },
    {
      by: 'a private #name in a public type',
      apply: (copy) =>
        copy.append(
          'packages/certificates/src/envelope/index.ts',
          "\nexport { inflate } from '#inflate'\n",
        ),
      says: /certificates: dist\/envelope\.d\.ts has an import of a private #name/,
    },
  ],
}
