/** Ways to break what is published, and what the guards of the packages must say about each. */
import type { Break } from './break.js'

const builds: readonly Break[] = [
  {
    guard: 'build',
    by: 'source that does not compile',
    apply: (copy) =>
      copy.append('packages/cli/src/index.ts', "\nexport const stray: number = 'text'\n"),
    says: /cli: packages.cli.src.index\.ts:\d+: TS2322/,
  },
  {
    guard: 'build',
    by: 'a private #name in a public type',
    apply: (copy) =>
      copy.append(
        'packages/core/src/crypto/index.ts',
        "\nexport { platformCrypto } from '#crypto'\n",
      ),
    says: /core: dist\/crypto\.d\.ts has an import of a private #name/,
  },
]

const packs: readonly Break[] = [
  {
    guard: 'pack',
    by: 'a package without its Vietnamese README',
    apply: (copy) => copy.remove('packages/core/README.vi.md'),
    says: /core: README\.vi\.md is missing/,
  },
  {
    guard: 'pack',
    by: 'source inside a tarball',
    apply: (copy) => copy.replace('packages/http/package.json', '"dist",', '"dist", "src",'),
    says: /http: src\/index\.ts is source/,
    also: ['manifests'],
  },
  {
    guard: 'pack',
    by: 'the source condition in a published manifest',
    apply: (copy) => copy.replace('packages/cli/package.json', '"publishConfig"', '"stray"'),
    says: /cli: package\.json names @tiemchung\/source/,
    also: ['manifests'],
  },
]

const resolved: readonly Break[] = [
  {
    guard: 'exports',
    by: 'types of the wrong kind of module',
    apply: (copy) =>
      copy.write(
        'packages/http/package.json',
        copy.read('packages/http/package.json').replaceAll('index.d.cts', 'index.d.ts'),
      ),
    says: /@tiemchung\/http: FalseESM/,
    also: ['manifests'],
  },
  {
    guard: 'exports',
    by: 'a subpath that node10 cannot find',
    apply: (copy) => copy.replace('packages/core/package.json', '"typesVersions"', '"stray"'),
    says: /@tiemchung\/core: NoResolution \(\.\/crypto, node10/,
    also: ['manifests'],
  },
]

const surfaces: readonly Break[] = [
  {
    guard: 'surface',
    by: 'a new export that no report shows',
    apply: (copy) => copy.append('packages/cli/src/index.ts', '\nexport const stray = 1\n'),
    says: /packages\/cli\/api\/index\.api\.d\.ts: line \d+/,
  },
  {
    guard: 'surface',
    by: 'a package that no changeset names',
    apply: (copy) => copy.remove('.changeset/core-first.md'),
    says: /core: no changeset names @tiemchung\/core/,
  },
]

const bled: readonly Break[] = [
  {
    guard: 'bleed',
    by: 'Node in a browser entry',
    apply: (copy) =>
      copy.append('packages/core/src/index.ts', "\nexport { readFileSync } from 'node:fs'\n"),
    says: /core \(browser\) reaches node:fs/,
  },
  {
    guard: 'bleed',
    by: 'a verifier that reaches the issuer',
    apply: (copy) =>
      copy.append('packages/certificates/src/verify/index.ts', "\nimport '../issue/index.js'\n"),
    says: /certificates\/verify \(node\) reaches certificates\/src\/issue\//,
  },
  {
    guard: 'bleed',
    by: 'an entry that grew',
    apply: (copy) =>
      copy.replace('tools/check/sizes.json', /"eligibility": \d+/, '"eligibility": 1000'),
    says: /eligibility: 1000 to \d+ bytes/,
  },
]

const installed: readonly Break[] = [
  {
    guard: 'consumers',
    by: 'a dependency that the manifest forgets',
    apply: (copy) =>
      copy.replace(
        'packages/cli/package.json',
        /,\s*"commander": "[^"]+"|"commander": "[^"]+",/,
        '',
      ),
    says: /esm: .*commander/,
  },
]

export const packagingBreaks: readonly Break[] = [
  ...builds,
  ...packs,
  ...resolved,
  ...surfaces,
  ...bled,
  ...installed,
]
