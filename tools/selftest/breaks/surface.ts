import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Copy } from '../copy.js'
import type { Trial } from '../trial.js'

/** A package that was never released: everything about it is news. */
function unreleased(copy: Copy, folder: string): void {
  copy.set(`packages/${folder}/package.json`, ['version'], '0.0.0')
}

/** Takes away every changeset that names a package. */
function silence(copy: Copy, name: string): void {
  for (const file of readdirSync(join(copy.root, '.changeset'))) {
    const path = `.changeset/${file}`
    if (file.endsWith('.md') && copy.read(path).includes(`"${name}":`)) copy.remove(path)
  }
}

/** A new export of a package, with its line in the committed report. */
function grow(copy: Copy, folder: string): void {
  copy.append(`packages/${folder}/src/index.ts`, '\n/** New. */\nexport const stray = 1\n')
  const report = `packages/${folder}/api/index.api.d.ts`
  const [title = '', ...parts] = copy.read(report).trimEnd().split('\n\n')
  const support = parts.indexOf('// Named above, but not exported.')
  const exported = support === -1 ? parts : parts.slice(0, support)
  const sorted = [...exported, 'export const stray = 1;'].sort()
  const rest = support === -1 ? [] : parts.slice(support)
  copy.write(report, `${[title, ...sorted, ...rest].join('\n\n')}\n`)
}

export const surface: Trial = {
  breaks: [
    {
      by: 'a new export that no report shows',
      apply: (copy) => copy.append('packages/sandbox/src/index.ts', '\nexport const stray = 1\n'),
      says: /packages\/sandbox\/api\/index\.api\.d\.ts: line \d+/,
    },
    {
      by: 'a difference that is reported, but that no changeset announces',
      apply: (copy) => {
        grow(copy, 'cli')
        unreleased(copy, 'cli')
        silence(copy, 'tiemchung')
      },
      says: /cli: no changeset names tiemchung/,
    },
    {
      by: 'a report of an entry that is gone',
      apply: (copy) => copy.write('packages/core/api/gone.api.d.ts', '// Nothing.\n'),
      says: /packages\/core\/api\/gone\.api\.d\.ts: no such entry any more/,
    },
  ],
  allowances: [
    {
      by: 'a difference that is reported and that a changeset announces',
      apply: (copy) => {
        grow(copy, 'cli')
        unreleased(copy, 'cli')
        silence(copy, 'tiemchung')
        copy.write('.changeset/stray.md', '---\n"tiemchung": minor\n---\n\nOne more constant.\n')
      },
    },
  ],
}
