/** Copies the examples beside one installation of the packed tarballs, made as their READMEs say. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { linesOf, run } from '../check/command.js'
import { filesIn, textOf } from '../check/workspace.js'
import { pack } from '../pack.js'
import { installPacked } from '../pack/install.js'

/** Folders below `examples/` that stand alone; the clinic day is a member of the workspace. */
export const examples = [
  'verify-script',
  'express',
  'nestjs',
  'browser-verify',
  'feedback-pages',
] as const

export interface Stage {
  /** The copy of `examples/`. */
  readonly folder: string
  readonly faults: readonly string[]
}

/** What running an example leaves behind. */
const leftovers = new Set(['node_modules', 'dist', 'sample'])

function copyExamples(root: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'examples', 'package.json'), join(folder, 'package.json'))
  for (const example of examples) {
    const to = join(folder, example)
    for (const old of ['dist', 'sample']) rmSync(join(to, old), { recursive: true, force: true })
    cpSync(join(root, 'examples', example), to, {
      recursive: true,
      filter: (path) => !leftovers.has(basename(path)),
    })
  }
}

/** The state of everything that the installation comes from. */
function stateOf(root: string): string {
  const manifests = filesIn(root, 'examples').filter((path) => path.endsWith('package.json'))
  const tarballs = readFileSync(join(root, 'out', 'tarballs', 'state'), 'utf8')
  return [tarballs, ...manifests.map((path) => textOf(root, path))].join('\n')
}

async function makeSamples(folder: string): Promise<string[]> {
  for (const example of ['verify-script', 'express', 'nestjs']) {
    const ran = await run('npm', ['run', '--silent', 'sample'], { cwd: join(folder, example) })
    if (ran.status !== 0) return linesOf(ran).map((line) => `${example}: npm run sample: ${line}`)
  }
  return []
}

/** Packs, installs again only when a tarball or a manifest changed, and makes the samples. */
export async function stageExamples(root: string): Promise<Stage> {
  const folder = join(root, 'out', 'examples')
  const { packed, faults } = await pack(root)
  if (faults.length > 0) return { folder, faults }
  copyExamples(root, folder)
  const stamp = join(folder, 'state')
  const state = stateOf(root)
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== state) {
    rmSync(stamp, { force: true })
    const failed = await installPacked(folder, packed, [])
    if (failed.length > 0) return { folder, faults: failed }
    writeFileSync(stamp, state)
  }
  return { folder, faults: await makeSamples(folder) }
}
